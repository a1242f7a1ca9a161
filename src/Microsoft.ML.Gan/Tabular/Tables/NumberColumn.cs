using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Numbers or dates, as points of a grid.</summary>
/// <param name="schema">What ML.NET says of the column.</param>
/// <param name="role">Numeric, integer or date.</param>
/// <param name="grid">The grid that the values lie on.</param>
/// <param name="points">The point of each row; NaN where missing.</param>
internal sealed class NumberColumn(ColumnSchema schema, TabularColumnRole role, ValueGrid grid, double[] points) : TableColumn(schema, role)
{
    public ValueGrid Grid => grid;

    public double[] Points => points;

    /// <value>What can be compared: dates with dates, spans with spans, numbers with numbers.</value>
    public (Quantity? Quantity, long Zero) Kind => (Schema.Value.Quantity, Schema.Value.Zero);

    /// <summary>The points of the rows on another grid: the nearest ones of real numbers, the last ones not above whole numbers and dates.</summary>
    public double[] PointsOn(ValueGrid other) =>
        grid == other ? points : Array.ConvertAll(points, point => double.IsNaN(point) ? point : other.PointOf(grid, point, Schema.IsReal));

    public override int RowCount => points.Length;

    public override int MissingCount { get; } = points.Count(double.IsNaN);

    public override bool IsMissing(int row) => double.IsNaN(points[row]);
}
