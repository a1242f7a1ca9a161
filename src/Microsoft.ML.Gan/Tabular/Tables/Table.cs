namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>A table that a GAN is trained on.</summary>
/// <param name="Columns">Its columns; all have as many rows.</param>
internal sealed record Table(IReadOnlyList<TableColumn> Columns)
{
    public int RowCount => Columns[0].RowCount;
}
