namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Numbers or dates, as steps of a grid.</summary>
/// <param name="schema">What ML.NET says of the column.</param>
/// <param name="role">Numeric, integer or date.</param>
/// <param name="grid">The grid that the values lie on.</param>
/// <param name="steps">The step of each row; NaN where missing.</param>
internal sealed class NumberColumn(ColumnSchema schema, TabularColumnRole role, ValueGrid grid, double[] steps) : TableColumn(schema, role)
{
    public ValueGrid Grid => grid;

    public double[] Steps => steps;

    /// <summary>The points of the rows on another grid: the nearest ones of real numbers, the last ones not above whole numbers and dates.</summary>
    public double[] PointsOn(ValueGrid other) =>
        grid == other ? steps : Array.ConvertAll(steps, step => double.IsNaN(step) ? step : other.PointOf(grid, step, Schema.IsReal));

    public override int RowCount => steps.Length;

    public override int MissingCount { get; } = steps.Count(double.IsNaN);

    public override bool IsMissing(int row) => double.IsNaN(steps[row]);
}
