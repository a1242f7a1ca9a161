using System.Text.Json;
using Microsoft.ML;

namespace Gan.AspNetCore;

/// <summary>Rows of a table.</summary>
internal sealed class TableRows : RowReader
{
    private readonly DataViewRowCursor _cursor;
    private readonly (JsonEncodedText Name, TableCell Cell)[] _cells;
    private readonly bool _isMade;

    /// <param name="table">The table.</param>
    /// <param name="isMade">Whether it is in memory.</param>
    public TableRows(IDataView table, bool isMade)
    {
        _isMade = isMade;
        _cursor = table.GetRowCursor(table.Schema);
        _cells = [.. table.Schema.Select(column => (JsonEncodedText.Encode(column.Name), TableCell.Of(_cursor, column)))];
    }

    public override bool IsMade => _isMade;

    public override bool MoveNext() => _cursor.MoveNext();

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, cell) in _cells)
        {
            json.WritePropertyName(name);
            cell.Write(json);
        }
        json.WriteEndObject();
    }

    public override void Write(CsvLine line)
    {
        foreach (var (_, cell) in _cells) line.Add(cell.Text());
    }

    public override void Dispose() => _cursor.Dispose();
}
