using Gan.Onnx;
using Microsoft.ML;

namespace Gan.Evaluation.Tables;

/// <summary>Reads tables of the same columns into plain arrays.</summary>
/// <remarks>
/// A category has one code in all tables that one reader reads. Hidden columns are left out.
/// Truth values are the same however they are spelt: where the first table has True and False, "true", "yes" and 1 are True.
/// </remarks>
/// <param name="schema">The real table's schema: the columns to read.</param>
internal sealed class EvaluatedTableReader(DataViewSchema schema)
{
    private readonly (DataViewSchema.Column Column, CategoryCodes Categories)[] _columns =
        [.. schema.Where(column => !column.IsHidden).Select(column => (column, new CategoryCodes()))];

    /// <summary>Reads a table once.</summary>
    /// <param name="name">What the table is called in messages: "real", "synthetic" or "test".</param>
    /// <param name="data">The table; its columns are found by name, and others left out.</param>
    /// <exception cref="ArgumentException">
    /// The table is empty, or a column is not there, is not of scalars, or holds other things than the real one.
    /// </exception>
    public EvaluatedTable Read(string name, IDataView data)
    {
        var cells = Array.ConvertAll(
            _columns, expected => CellsOf(name, data.Schema.Find(name, expected.Column.Name), expected.Column, expected.Categories));
        using var cursor = data.GetRowCursor(cells.Select(column => column.Column));
        foreach (var column in cells) column.Bind(cursor);
        var rowCount = 0;
        for (; cursor.MoveNext(); rowCount++)
            foreach (var column in cells) column.Read();
        if (rowCount == 0) throw new ArgumentException($"The {name} table must have rows, but it is empty.");
        foreach (var (_, categories) in _columns) categories.Settle();
        return new EvaluatedTable(rowCount, [.. cells.Select(column => column.ToColumn())]);
    }

    private static ColumnCells CellsOf(string name, DataViewSchema.Column column, DataViewSchema.Column expected, CategoryCodes categories)
    {
        var wanted = ColumnCells.Of(expected, categories)
            ?? throw SchemaExtensions.Mismatch(
                "real", expected.Name, "a scalar", expected.Type, "Leave the column out, for example with DropColumns.");
        if (ColumnCells.Of(column, categories) is { } cells && cells.Quantity == wanted.Quantity) return cells;
        return ColumnCells.OfTruths(column, categories, wanted.Quantity)
            ?? throw SchemaExtensions.Mismatch(
                name, column.Name, $"{expected.Type}", column.Type, "Convert the column, for example with ConvertType.");
    }
}
