using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Gan.Tool.Data.Sources;

/// <summary>SQLite: a file. Its columns have what types they are declared with, if any, and any cells.</summary>
internal sealed class SqliteDatabase(string path) : Database
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

    protected override string TablesSql =>
        "SELECT NULL, name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name";

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

    protected override SourceColumn Column(DbColumn column)
    {
        var type = column.DataTypeName?.ToUpperInvariant() ?? "";
        var sizes = type.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open
            ? [.. type[(open + 1)..].TrimEnd(')').Split(',').Select(size => int.TryParse(size, out var number) ? number : (int?)null)]
            : Array.Empty<int?>();
        var kind = Array.Find(Declared, declared => type.Contains(declared.Part, StringComparison.Ordinal)) is ({ }, var found) ? found : CellKind.Int64;
        return new(column.ColumnName, type, type.Contains("BLOB", StringComparison.Ordinal) ? null : new(kind)
        {
            Length = kind == CellKind.Text ? sizes.FirstOrDefault() : null,
            Precision = kind == CellKind.Decimal ? sizes.FirstOrDefault() : null,
            Scale = kind == CellKind.Decimal ? sizes.ElementAtOrDefault(1) : null,
            IsNullable = column.AllowDBNull != false && column.IsKey != true,
            IsKey = column.IsKey == true,
        });
    }
}
