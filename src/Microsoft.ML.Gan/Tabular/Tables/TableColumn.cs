namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>A column of the training table, with the role that its values have.</summary>
internal abstract class TableColumn(ColumnSchema schema, TabularColumnRole role)
{
    public ColumnSchema Schema { get; } = schema;

    public string Name => Schema.Name;

    public TabularColumnRole Role { get; } = role;

    /// <value>The values that were taken out of it, as too few rows had them.</value>
    public RareCategories Rare { get; init; }

    /// <value>What all rows say of it, where these are a sample of them; null where these are all.</value>
    public WholeColumn? Whole { get; init; }

    public abstract int RowCount { get; }

    public abstract int MissingCount { get; }

    public bool HasMissing => MissingCount > 0;

    public bool IsEmpty => MissingCount == RowCount;

    /// <value>The rows of the table, and those of them that have no value, also where these are a sample of them.</value>
    public (long All, long Missing) WholeCounts => Whole is null ? (RowCount, MissingCount) : (Whole.Rows, Whole.Missing);

    public abstract bool IsMissing(int row);
}
