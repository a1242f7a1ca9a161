using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Data.Csv;

/// <summary>Writes a table of scalars as CSV, row by row as it is read, as the file was written that it was learnt from.</summary>
/// <param name="style">How that file was written; columns that it does not know are written plainly.</param>
/// <param name="guardsFormulas">Whether texts that a spreadsheet would take for formulas get an apostrophe before them.</param>
internal sealed class TableCsv(TableStyle style, bool guardsFormulas = false)
{
    private readonly CsvText _text = new(style.Dialect);

    /// <param name="table">The table.</param>
    /// <param name="writer">Takes the CSV.</param>
    /// <param name="written">Is told of each row how many are written; null for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">A column is not of numbers, texts, Booleans, dates or spans of time.</exception>
    public void Write(IDataView table, TextWriter writer, Action<int>? written = null, CancellationToken cancellationToken = default)
    {
        writer.NewLine = style.Dialect.NewLine;
        if (style.Dialect.HasSeparatorLine) writer.WriteLine($"sep={style.Dialect.Separator}");
        writer.WriteLine(_text.Line(table.Schema.Select(column => Guarded(style.Of(column.Name)?.Header ?? column.Name))));
        using var cursor = table.GetRowCursor(table.Schema);
        var cells = table.Schema.Select(column => CellOf(cursor, column)).ToArray();
        for (var rows = 1; cursor.MoveNext(); rows++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.WriteLine(_text.Line(cells.Select(cell => cell())));
            written?.Invoke(rows);
        }
    }

    private Func<string> CellOf(DataViewRow row, DataViewSchema.Column column)
    {
        var known = style.Of(column.Name);
        var cell = known?.Form.Writer(row, column) ?? PlainCells.Of(row, column);
        Func<string> written = known is null ? () => cell() ?? "" : () => known.CellOf(cell());
        return column.Type is TextDataViewType ? () => Guarded(written()) : written;
    }

    private string Guarded(string text) => guardsFormulas ? CsvText.WithoutFormula(text) : text;
}
