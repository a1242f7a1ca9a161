namespace Microsoft.ML.Gan.Evaluation;

/// <summary>A table as plain arrays, column by column.</summary>
internal sealed record Table(int RowCount, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>The columns of numbers.</summary>
    public IEnumerable<NumericColumn> Numeric => Columns.OfType<NumericColumn>();

    /// <summary>The columns of categories.</summary>
    public IEnumerable<CategoricalColumn> Categorical => Columns.OfType<CategoricalColumn>();

    /// <summary>The table of some rows, in their order.</summary>
    public Table At(int[] rows) => new(rows.Length, [.. Columns.Select(column => column.At(rows))]);

    /// <summary>The position of a column that there is.</summary>
    public int PositionOf(string name) => Columns.Select((column, position) => (column.Name, position)).Single(column => column.Name == name).position;
}
