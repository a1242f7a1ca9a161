using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>The missing cells of a column: a choice of its own between there and missing, which is made before what is in the cell.</summary>
/// <param name="Choice">The index of the choice.</param>
internal sealed record MissingForm(int Choice)
{
    /// <summary>The slot of each cell.</summary>
    public static int[] SlotsOf(TableColumn column) =>
        [.. Enumerable.Range(0, column.RowCount).Select(row => column.IsMissing(row) ? Columns.Choice.IsMissing : Columns.Choice.IsThere)];

    /// <summary>The rows of each slot.</summary>
    public static double[] RowsOf(TableColumn column) => [column.WholeCounts.All - column.WholeCounts.Missing, column.WholeCounts.Missing];

    public void Encode(TableColumn column, EncodedRows rows) => rows.Slots[Choice] = SlotsOf(column);

    /// <summary>Writes whether the cell is missing: Boolean (N, 1).</summary>
    public OnnxValue Decode(IDecodedRow row) => row.IsIn(Choice, Columns.Choice.IsMissing);
}
