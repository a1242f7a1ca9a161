namespace Gan.Evaluation.Tables;

/// <summary>A table as plain arrays, column by column.</summary>
internal sealed record EvaluatedTable(int RowCount, IReadOnlyList<EvaluatedColumn> Columns)
{
    /// <summary>The columns of numbers.</summary>
    public IEnumerable<EvaluatedNumbers> Numeric => Columns.OfType<EvaluatedNumbers>();

    /// <summary>The columns of categories.</summary>
    public IEnumerable<EvaluatedCategories> Categorical => Columns.OfType<EvaluatedCategories>();

    /// <summary>The table of some rows, in their order.</summary>
    public EvaluatedTable At(int[] rows) => new(rows.Length, [.. Columns.Select(column => column.At(rows))]);

    /// <summary>The position of a column that there is.</summary>
    public int PositionOf(string name) =>
        Columns.Select((column, position) => (column.Name, position)).Single(column => column.Name == name).position;
}
