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

    /// <summary>The table without some columns.</summary>
    public EvaluatedTable Without(IReadOnlySet<string> names) =>
        this with { Columns = [.. Columns.Where(column => !names.Contains(column.Name))] };

    /// <summary>The rows of this table and, below them, those of another one with the same columns.</summary>
    public EvaluatedTable Append(EvaluatedTable others) =>
        new(RowCount + others.RowCount, [.. Columns.Zip(others.Columns, (column, other) => column.Append(other))]);

    /// <summary>The position of a column that there is.</summary>
    public int PositionOf(string name) =>
        Columns.Select((column, position) => (column.Name, position)).Single(column => column.Name == name).position;
}
