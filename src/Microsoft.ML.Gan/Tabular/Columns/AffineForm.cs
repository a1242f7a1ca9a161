using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Numbers that are an affine function of another column's.</summary>
/// <param name="Index">Which of the table's columns it is.</param>
/// <param name="Schema">What ML.NET says of the column.</param>
/// <param name="Role">Numeric, integer or date.</param>
/// <param name="Missing">The choice between there and missing, where the source is always there; else null.</param>
/// <param name="Source">The index of the column that decides it.</param>
/// <param name="Number">The index of that column's number.</param>
/// <param name="SourceMissing">That column's missing cells, in which this one's are missing, too; null if there are none.</param>
/// <param name="Grid">The grid that its values lie on.</param>
/// <param name="Slope">Points of the column in a point of the source.</param>
/// <param name="Offset">The column's point at the source's point 0.</param>
internal sealed record AffineForm(
    int Index, ColumnSchema Schema, TabularColumnRole Role, MissingForm? Missing, int Source, int Number, MissingForm? SourceMissing, ValueGrid Grid,
    double Slope, double Offset)
    : DerivedForm(Index, Schema, Role, Source, Missing)
{
    public override bool HasMissing => base.HasMissing || SourceMissing is not null;

    public override bool HasNumbers => true;

    public override void Encode(Table table, TableColumn column, EncodedRows rows) => Missing?.Encode(column, rows);

    public override OnnxValue Decode(IDecodedRow row)
    {
        var points = row.Graph.Affine(row.Points(Number), Slope, Offset);
        if (Grid.IsGrid) points = row.Graph.Round(points);
        return row.OrGiven(this, points, CellValues.OfNumbers(row.Graph, Schema, Grid, points, (Missing ?? SourceMissing)?.Decode(row)));
    }
}
