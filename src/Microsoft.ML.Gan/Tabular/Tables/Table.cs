using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>A table that a GAN is trained on.</summary>
/// <param name="Columns">Its columns; all have as many rows.</param>
internal sealed record Table(IReadOnlyList<TableColumn> Columns)
{
    /// <value>The columns beside these that name rows.</value>
    public IReadOnlyList<TabularIdentifier> Identifiers { get; init; } = [];

    public int RowCount => Columns[0].RowCount;

    /// <exception cref="ArgumentException">There is no such column.</exception>
    public TableColumn Find(string name) => Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new ArgumentException(
            $"The table must have a column '{name}', but has {string.Join(", ", Columns.Select(column => $"'{column.Name}'"))}. Add it.");

    public int IndexOf(TableColumn column) => Columns.Index().Single(own => own.Item == column).Index;
}
