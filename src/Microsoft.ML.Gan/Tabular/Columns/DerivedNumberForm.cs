using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Numbers that follow from a column's categories.</summary>
/// <param name="Index">Which of the table's columns it is.</param>
/// <param name="Schema">What ML.NET says of the column.</param>
/// <param name="Role">Numeric, integer or date.</param>
/// <param name="Source">The index of the column that decides it.</param>
/// <param name="Grid">The grid that its values lie on.</param>
/// <param name="PointOf">For each category of the source, the point that follows.</param>
internal sealed record DerivedNumberForm(
    int Index, ColumnSchema Schema, TabularColumnRole Role, int Source, ValueGrid Grid, IReadOnlyList<double> PointOf)
    : DerivedForm(Index, Schema, Role, Source)
{
    public override bool HasNumbers => true;

    public override void Encode(Table table, TableColumn column, EncodedRows rows)
    {
        // its source says all there is to say
    }

    public override OnnxValue Decode(IDecodedRow row)
    {
        var source = row.Code(Source);
        var points = row.Graph.Gather(row.Graph.Constant([.. PointOf], PointOf.Count), source);
        return row.OrGiven(this, points, CellValues.OfNumbers(row.Graph, Schema, Grid, points, isMissing: null));
    }

    protected override int KnotsIn(TableSchema schema) => PointOf.Count;
}
