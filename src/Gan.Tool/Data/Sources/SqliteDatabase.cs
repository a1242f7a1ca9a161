using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Gan.Tool.Data.Csv;
using Microsoft.Data.Sqlite;

namespace Gan.Tool.Data.Sources;

/// <summary>SQLite: a file. Its columns have what types they are declared with, if any, and any cells.</summary>
internal sealed partial class SqliteDatabase(string path) : Database
{
    private static readonly (string Part, CellKind Kind)[] Declared =
    [
        ("BOOL", CellKind.Boolean), ("INT", CellKind.Int64), ("CHAR", CellKind.Text), ("CLOB", CellKind.Text), ("TEXT", CellKind.Text),
        ("REAL", CellKind.Double), ("FLOA", CellKind.Double), ("DOUB", CellKind.Double), ("DEC", CellKind.Decimal), ("NUMERIC", CellKind.Decimal),
        ("TIMESTAMPTZ", CellKind.ZonedTimestamp), ("TIMESTAMP", CellKind.Timestamp), ("DATETIME", CellKind.Timestamp), ("DATE", CellKind.Date),
        ("TIME", CellKind.Time), ("GUID", CellKind.Guid), ("UUID", CellKind.Guid),
    ];

    private readonly DatabaseFile _file = new(path);

    public override string Kind => "SQLite";

    public override string Place => _file.Name;

    public override bool HasCellsOfAnyType => true;

    protected override string TablesSql =>
        "SELECT NULL, name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name";

    protected override string UsualSchemaSql => "'main'";

    public override DbConnection Open(bool isForWriting) => _file.Open(isForWriting, () => new SqliteConnection(new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = isForWriting ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly,
        Pooling = false,
    }.ToString()));

    public override void TakeBack() => _file.TakeBack();

    public override string TypeOf(StoredColumn column) => column.Kind switch
    {
        CellKind.Boolean => "BOOLEAN",
        CellKind.Int16 or CellKind.Int32 or CellKind.Int64 => "INTEGER",
        CellKind.Decimal => Sized("DECIMAL", column.Precision, column.Scale),
        CellKind.Single or CellKind.Double => "REAL",
        CellKind.Date => "DATE",
        CellKind.Time => "TIME",
        CellKind.Timestamp => "DATETIME",
        CellKind.ZonedTimestamp => "TIMESTAMPTZ",
        CellKind.Guid => "UUID",
        CellKind.Text when column.Length is not null => Sized("VARCHAR", column.Length),
        _ => "TEXT",
    };

    public override string Cell(string text, CellKind kind) => kind != CellKind.Boolean ? text : CellTexts.IsTrue(text) ? "1" : "0";

    /// <summary>Of a table SQLite tells the types in full, of a query without their sizes.</summary>
    public override IReadOnlyList<SourceColumn> Columns(DbConnection connection, string sql, TableName? table)
    {
        if (table is null) return base.Columns(connection, sql, table);
        using var command = ((SqliteConnection)connection).CreateCommand();
        command.CommandText = "SELECT name, type, \"notnull\", pk FROM pragma_table_info($table)";
        command.Parameters.AddWithValue("$table", table.Name);
        using var reader = command.ExecuteReader();
        var columns = new List<SourceColumn>();
        while (reader.Read()) columns.Add(Column(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.GetInt64(3) > 0));
        return columns;
    }

    protected override SourceColumn Column(DbColumn column) =>
        Column(column.ColumnName, column.DataTypeName ?? "", column.AllowDBNull == false, column.IsKey == true);

    private static SourceColumn Column(string name, string declared, bool isNotNull, bool isKey)
    {
        var type = declared.ToUpperInvariant();
        int?[] sizes = [.. Sizes().Matches(type).Select(size => (int?)int.Parse(size.ValueSpan, CultureInfo.InvariantCulture))];
        var kind = Array.Find(Declared, known => type.Contains(known.Part, StringComparison.Ordinal)) is ({ }, var found) ? found : CellKind.Int64;
        return new(name, declared, type.Contains("BLOB", StringComparison.Ordinal) ? null : new(kind)
        {
            Length = kind == CellKind.Text ? sizes.FirstOrDefault() : null,
            Precision = kind == CellKind.Decimal ? sizes.FirstOrDefault() : null,
            Scale = kind == CellKind.Decimal ? sizes.ElementAtOrDefault(1) : null,
            IsNullable = !isNotNull && !isKey,
            IsKey = isKey,
        });
    }

    [GeneratedRegex("[0-9]{1,9}")]
    private static partial Regex Sizes();
}
