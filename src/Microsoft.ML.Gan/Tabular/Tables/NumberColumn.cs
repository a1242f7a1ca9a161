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

    /// <summary>The number at a point of the grid, as the column's tensor has it: ticks of a date.</summary>
    public double NumberAt(double point)
    {
        if (Schema.IsReal) return grid.IsGrid ? point / Math.Pow(10, grid.Decimals) : point;
        return (double)((Int128)grid.Origin - Schema.Value.Zero) + unchecked((ulong)grid.Unit) * point;
    }

    public override int RowCount => points.Length;

    public override int MissingCount { get; } = points.Count(double.IsNaN);

    public override bool IsMissing(int row) => double.IsNaN(points[row]);
}
