using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>DuckDB: a file, or memory alone.</summary>
/// <param name="path">The file; null for none.</param>
internal class DuckDbDatabase(string? path = null) : Database
{
    private readonly DatabaseFile? _file = path is null ? null : new(path);

    public override string Kind => "DuckDB";

    public override string Place => _file?.Name ?? "memory";

    public override DbConnection Open(bool isForWriting)
    {
        if (_file is not null)
            return _file.Open(isForWriting, () => new DuckDBConnection($"Data Source={path}{(isForWriting ? "" : ";ACCESS_MODE=READ_ONLY")}"));
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    public override DbCommand Command(DbConnection connection, string sql)
    {
        var command = (DuckDBCommand)base.Command(connection, sql);
        command.UseStreamingMode = true;
        return command;
    }

    public override void TakeBack() => _file?.TakeBack();

    public override string TypeOf(StoredColumn column) => column.Kind switch
    {
        CellKind.Boolean => "BOOLEAN",
        CellKind.Int16 => "SMALLINT",
        CellKind.Int32 => "INTEGER",
        CellKind.Int64 => "BIGINT",
        CellKind.Decimal => column.Precision is null ? "DOUBLE" : Sized("DECIMAL", Math.Min(38, column.Precision.Value), column.Scale),
        CellKind.Single => "REAL",
        CellKind.Double => "DOUBLE",
        CellKind.Date => "DATE",
        CellKind.Time => "TIME",
        CellKind.Timestamp => "TIMESTAMP",
        CellKind.ZonedTimestamp => "TIMESTAMPTZ",
        CellKind.Duration => "INTERVAL",
        CellKind.Guid => "UUID",
        _ => "VARCHAR",
    };

    /// <summary>Of a table DuckDB tells keys and NOT NULL, of a query the types alone.</summary>
    public override IReadOnlyList<SourceColumn> Columns(DbConnection connection, string sql, TableName? table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"DESCRIBE {(table is null ? sql : Quoted(table))}";
        using var reader = command.ExecuteReader();
        var columns = new List<SourceColumn>();
        while (reader.Read())
        {
            var (name, type) = (reader.GetString(0), reader.GetString(1));
            var isKey = !reader.IsDBNull(3) && reader.GetString(3) == "PRI";
            columns.Add(new(name, type, StoredOf(type) is not { } stored ? null : stored with
            {
                IsNullable = !isKey && (reader.IsDBNull(2) || reader.GetString(2) != "NO"),
                IsKey = isKey,
            }));
        }
        return columns;
    }

    /// <summary>By way of a table of texts, since only an appender is fast, and it takes no other type than a column's own.</summary>
    public override void Insert(DbConnection connection, DbTransaction transaction, TableName table, StoredRows rows)
    {
        const string Aside = "gan_rows";
        var names = Enumerable.Range(0, rows.Columns.Count).Select(place => $"c{place}").ToArray();
        Run(connection, transaction, $"CREATE TEMP TABLE {Aside} ({string.Join(", ", names.Select(name => $"{name} VARCHAR"))})");
        using (var appender = ((DuckDBConnection)connection).CreateAppender("temp", "main", Aside))
        {
            foreach (var row in rows.Read())
            {
                var line = appender.CreateRow();
                foreach (var text in row) line = text is null ? line.AppendNullValue() : line.AppendValue(text);
                line.EndRow();
            }
        }
        Run(connection, transaction, $"INSERT INTO {Quoted(table)} ({NamesOf(rows)}) SELECT {string.Join(", ", names)} FROM {Aside}");
        Run(connection, transaction, $"DROP TABLE {Aside}");
    }

    private static StoredColumn? StoredOf(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        if (type.StartsWith("DECIMAL(", StringComparison.Ordinal) && !type.EndsWith(']'))
        {
            var sizes = type[(open + 1)..^1].Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray();
            return new(CellKind.Decimal) { Precision = sizes[0], Scale = sizes[1] };
        }
        if (type.StartsWith("ENUM(", StringComparison.Ordinal) && !type.EndsWith(']')) return new(CellKind.Text);
        return type switch
        {
            "BOOLEAN" => new(CellKind.Boolean),
            "TINYINT" or "UTINYINT" or "SMALLINT" => new(CellKind.Int16),
            "USMALLINT" or "INTEGER" => new(CellKind.Int32),
            "UINTEGER" or "BIGINT" => new(CellKind.Int64),
            "UBIGINT" or "HUGEINT" or "UHUGEINT" => new(CellKind.Decimal) { Precision = 38, Scale = 0 },
            "FLOAT" => new(CellKind.Single),
            "DOUBLE" => new(CellKind.Double),
            "VARCHAR" => new(CellKind.Text),
            "DATE" => new(CellKind.Date),
            "TIME" => new(CellKind.Time),
            "TIMESTAMP" or "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP_NS" => new(CellKind.Timestamp),
            "TIMESTAMP WITH TIME ZONE" => new(CellKind.ZonedTimestamp),
            "INTERVAL" => new(CellKind.Duration),
            "UUID" => new(CellKind.Guid),
            _ => null,
        };
    }
}
