using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>
/// A grid that nearly all numbers of a column lie on, of fewer digits than the others need: prices in hundreds, but for a cap; ages in years, but for
/// a mean that was put where one was missing.
/// </summary>
/// <remarks>
/// What lies between the knots of a quantile function is put on it. A value that many rows share comes back as it is. Grids are of powers of ten: a
/// column whose numbers all have another common divisor has it as its <see cref="ValueGrid"/>.
/// </remarks>
/// <param name="Scale">Points of this grid for one of the column's, where they are closer than those.</param>
/// <param name="Size">The column's points for one of this grid, where those are farther apart.</param>
/// <param name="Shift">What is added to a point, so that 0 is on the grid.</param>
/// <param name="Least">The least point within the range of the column's quantile function.</param>
/// <param name="Greatest">The greatest.</param>
/// <param name="Exceptions">The points off the grid that many rows share.</param>
internal sealed record RoundingGrid(double Scale, double Size, double Shift, double Least, double Greatest, IReadOnlyList<double> Exceptions)
    : Rounding
{
    private const int MostZeros = 6;
    private const int MostExceptions = 8;
    private const int LeastValues = 20;                               // fewer could be on a grid by chance
    private const double LeastShare = 0.9;                            // of the rows whose values are not shared

    /// <summary>The widest such grid; null if there is none.</summary>
    /// <param name="column">The column.</param>
    /// <param name="range">The ends of its quantile function, which are no row's own values.</param>
    /// <param name="shared">The points that come back as they are.</param>
    public static new RoundingGrid? Find(NumberColumn column, (double Least, double Greatest) range, IReadOnlySet<double> shared)
    {
        if (column.Schema.Value.IsDate || column.Grid.Unit != 1) return null;
        Value[] values = [
            .. column.Points.Where(point => !double.IsNaN(point)).CountBy(point => point).Select(
                pair => new Value(pair.Key, pair.Value, shared.Contains(pair.Key)))];
        return Candidates(column.Grid, Origin(column))
            .Select(rounding => rounding.Of(values, range)).FirstOrDefault(rounding => rounding is not null);
    }

    /// <inheritdoc/>
    /// <remarks>Exceptions stay as they are.</remarks>
    public override OnnxValue Snap(OnnxGraphBuilder graph, OnnxValue points)
    {
        var own = graph.Round(graph.Over(graph.Times(graph.Plus(points, Constant(Shift)), Constant(Scale)), Constant(Size)));
        var nearest = graph.Minus(graph.Over(graph.Times(own, Constant(Size)), Constant(Scale)), Constant(Shift));
        return Exceptions.Aggregate(
            graph.Clip(nearest, Constant(Least), Constant(Greatest)),
            (snapped, exception) => graph.Where(graph.Compare("Equal", points, Constant(exception)), points, snapped));

        OnnxValue Constant(double value) => graph.Constant([value], 1);
    }

    private static IEnumerable<RoundingGrid> Candidates(ValueGrid grid, Int128 origin)
    {
        if (!grid.IsGrid) return Enumerable
            .Range(0, ValueGrid.MostDecimals + 1).Select(decimals => new RoundingGrid(Math.Pow(10, decimals), 1, 0, 0, 0, []));
        return Enumerable.Range(1, MostZeros)
            .Reverse().Select(zeros => Math.Pow(10, zeros)).Select(size => new RoundingGrid(1, size, (double)(origin % (Int128)size), 0, 0, []));
    }

    private static Int128 Origin(NumberColumn column) => (Int128)column.Grid.Origin - column.Schema.Value.Zero;

    private RoundingGrid? Of(Value[] values, (double Least, double Greatest) range)
    {
        var mostRowsOff = (1 - LeastShare) * values.Where(value => !value.IsShared).Sum(value => value.Rows);
        var (valuesOn, exceptions) = (0, new List<double>());
        foreach (var value in values)
        {
            if (PointAt(value.Point, Math.Round) == value.Point) valuesOn++;
            else if (value.IsShared) exceptions.Add(value.Point);
            else mostRowsOff -= value.Rows;
            if (mostRowsOff < 0 || exceptions.Count > MostExceptions) return null;
        }
        var (least, greatest) = (PointAt(range.Least, Math.Ceiling), PointAt(range.Greatest, Math.Floor));
        return valuesOn >= LeastValues && least <= greatest ? this with { Least = least, Greatest = greatest, Exceptions = exceptions } : null;
    }

    private double PointAt(double point, Func<double, double> whole) => whole((point + Shift) * Scale / Size) * Size / Scale - Shift;

    /// <param name="Point">A point that some rows have.</param>
    /// <param name="Rows">How many.</param>
    /// <param name="IsShared">Whether it comes back as it is.</param>
    private readonly record struct Value(double Point, int Rows, bool IsShared);
}
