using System.Data.Common;
using Gan.Tool.Data.Csv;
using Microsoft.Data.SqlClient;

namespace Gan.Tool.Data.Sources;

/// <summary>SQL Server: a server.</summary>
internal sealed class SqlServerDatabase(SqlConnectionStringBuilder address) : Database
{
    private const string NoCultures = "System.Globalization.Invariant";      // without cultures SqlClient opens no connection
    private const int LongestKey = 450;

    public override string Kind => "SQL Server";

    public override string Place => $"database '{address.InitialCatalog}' at {address.DataSource}";

    protected override string UsualSchemaSql => "SCHEMA_NAME()";

    public override DbConnection Open(bool isForWriting)
    {
        if (AppContext.TryGetSwitch(NoCultures, out var hasNone) && hasNone)
            throw new IOException(
                $"{Kind} must be reached by a program that knows cultures, but this one does without. " +
                $"Set {NoCultures} to false in Gan.Tool.runtimeconfig.json beside it; on Linux that needs libicu.");
        var connection = new SqlConnection(address.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (DbException fault)
        {
            connection.Dispose();
            throw new IOException($"SQL Server must answer at {address.DataSource}, but does not: {fault.Message}", fault);
        }
    }

    public override string Quoted(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";

    public override string TypeOf(StoredColumn column) => column.Kind switch
    {
        CellKind.Boolean => "bit",
        CellKind.Int16 => "smallint",
        CellKind.Int32 => "int",
        CellKind.Int64 => "bigint",
        CellKind.Decimal => column.Precision is null ? "float" : Sized("decimal", Math.Min(38, column.Precision.Value), column.Scale),
        CellKind.Single => "real",
        CellKind.Double => "float",
        CellKind.Date => "date",
        CellKind.Time => "time",
        CellKind.Timestamp => "datetime2",
        CellKind.ZonedTimestamp => "datetimeoffset",
        CellKind.Duration => "nvarchar(40)",
        CellKind.Guid => "uniqueidentifier",
        _ when column.IsKey => Sized("nvarchar", Math.Min(LongestKey, column.Length ?? LongestKey)),
        _ => column.Length is > 0 and <= 4000 ? Sized("nvarchar", column.Length) : "nvarchar(max)",
    };
}
