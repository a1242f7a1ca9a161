using Gan.Tool.Data.Csv;
using Microsoft.ML;

namespace Gan.Tool.Data.Sources;

/// <summary>Rows on their way to where cells have types.</summary>
internal sealed class StoredRows
{
    private readonly IReadOnlyList<(ColumnStyle Style, bool IsKnown)> _styles;

    /// <param name="rows">The rows.</param>
    /// <param name="style">How the table was written that they are like.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public StoredRows(IDataView rows, TableStyle style, CancellationToken cancellationToken = default)
    {
        (Rows, Style, CancellationToken) = (rows, style, cancellationToken);
        _styles = [.. rows.Schema.Select(column => (StoredStyle.Of(column, style.Of(column.Name)), style.Of(column.Name) is not null))];
    }

    public IDataView Rows { get; }

    /// <value>How the table was written that they are like.</value>
    public TableStyle Style { get; }

    public CancellationToken CancellationToken { get; }

    /// <value>Who is told of each row how many were read; null for nobody.</value>
    public Action<int>? Written { get; init; }

    /// <value>The names of the columns, as their table has them, and their types.</value>
    public IReadOnlyList<(string Name, StoredColumn Stored)> Columns => [.. _styles.Select(style => (NameOf(style.Style), style.Style.Stored!))];

    /// <summary>The cells of each row, null where missing, in one array that the next row changes.</summary>
    public IEnumerable<string?[]> Read()
    {
        using var cursor = Rows.GetRowCursor(Rows.Schema);
        var cells = _styles.Zip(Rows.Schema, (style, column) => CellOf(cursor, column, style.Style, style.IsKnown)).ToArray();
        var row = new string?[cells.Length];
        for (var read = 1; cursor.MoveNext(); read++)
        {
            CancellationToken.ThrowIfCancellationRequested();
            for (var place = 0; place < cells.Length; place++) row[place] = cells[place]();
            yield return row;
            Written?.Invoke(read);
        }
    }

    private static string NameOf(ColumnStyle style) => style.Header.Trim() is { Length: > 0 } header ? header : style.Name;

    private static Func<string?> CellOf(DataViewRow row, DataViewSchema.Column column, ColumnStyle style, bool isKnown)
    {
        var value = isKnown ? style.Form.Writer(row, column) : PlainCells.Of(row, column);
        var ofNothing = style.Stored is { IsNullable: false, Kind: CellKind.Text } ? "" : null;
        return () => style.CellOf(value()) is { Length: > 0 } text ? text : ofNothing;
    }
}
