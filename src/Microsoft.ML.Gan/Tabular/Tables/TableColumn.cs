namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>A column of the training table, with the role that its values have.</summary>
internal abstract class TableColumn(ColumnSchema schema, TabularColumnRole role)
{
    public ColumnSchema Schema { get; } = schema;

    public string Name => Schema.Name;

    public TabularColumnRole Role { get; } = role;

    public abstract int RowCount { get; }

    public abstract int MissingCount { get; }

    public bool HasMissing => MissingCount > 0;

    public bool IsEmpty => MissingCount == RowCount;

    public abstract bool IsMissing(int row);
}
