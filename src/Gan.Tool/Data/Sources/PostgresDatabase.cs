using System.Data.Common;
using Gan.Tool.Data.Csv;
using Npgsql;

namespace Gan.Tool.Data.Sources;

/// <summary>PostgreSQL: a server.</summary>
internal sealed class PostgresDatabase(NpgsqlConnectionStringBuilder address) : Database
{
    public override string Kind => "PostgreSQL";

    public override string Place => $"database '{address.Database ?? address.Username}' at {address.Host}:{address.Port}";

    public override DbConnection Open(bool isForWriting)
    {
        var connection = new NpgsqlConnection(address.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (Exception fault) when (fault is DbException or TimeoutException)
        {
            connection.Dispose();
            throw new IOException($"PostgreSQL must answer at {address.Host}:{address.Port}, but does not: {fault.Message}", fault);
        }
    }

    public override string TypeOf(StoredColumn column) => column.Kind switch
    {
        CellKind.Boolean => "boolean",
        CellKind.Int16 => "smallint",
        CellKind.Int32 => "integer",
        CellKind.Int64 => "bigint",
        CellKind.Decimal => Sized("numeric", column.Precision, column.Scale),
        CellKind.Single => "real",
        CellKind.Double => "double precision",
        CellKind.Date => "date",
        CellKind.Time => "time",
        CellKind.Timestamp => "timestamp",
        CellKind.ZonedTimestamp => "timestamptz",
        CellKind.Duration => "interval",
        CellKind.Guid => "uuid",
        CellKind.Text when column.Length is not null => Sized("varchar", column.Length),
        _ => "text",
    };

    /// <summary>By COPY, in which texts stand for values of any type.</summary>
    public override void Insert(DbConnection connection, DbTransaction transaction, TableName table, StoredRows rows)
    {
        var copy = (NpgsqlCopyTextWriter)((NpgsqlConnection)connection).BeginTextImport($"COPY {Quoted(table)} ({NamesOf(rows)}) FROM STDIN");
        try
        {
            foreach (var row in rows.Read()) copy.Write($"{string.Join('\t', row.Select(text => text is null ? "\\N" : Escaped(text)))}\n");
        }
        catch
        {
            copy.Cancel();                                           // to dispose of it would send the rows that it has
            throw;
        }
        copy.Dispose();
    }

    private static string Escaped(string text) => text.AsSpan().IndexOfAny("\\\t\n\r") < 0 ? text : text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
}
