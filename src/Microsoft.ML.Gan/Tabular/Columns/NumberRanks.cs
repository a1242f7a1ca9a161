namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>The ranks of a number, from 0 to 1, as the networks are taught them: its quantile function without a row's own values.</summary>
/// <param name="Knots">The quantile function over the shares of the rows.</param>
/// <param name="OfKnots">The ranks of the knots: a value that more than a quarter of the rows share has a quarter.</param>
/// <param name="Frequent">The commonest values, ascending, where nearly all rows have one of them; else none.</param>
internal sealed record NumberRanks(QuantileKnots Knots, float[] OfKnots, IReadOnlyList<FrequentValue> Frequent)
{
    /// <summary>The ranks of a value: an interval for one that many rows share, else a point of the line between two knots.</summary>
    /// <remarks>
    /// The rows that a schema is learnt from have their exact ranks (<see cref="ColumnRanks"/>); this is for other rows, and within a knot's length
    /// of those.
    /// </remarks>
    /// <param name="value">The value; NaN, of which nothing is known, has all ranks.</param>
    public (float Low, float High) IntervalOf(double value)
    {
        if (double.IsNaN(value)) return (0, 1);
        var values = Knots.Values;
        var above = Array.BinarySearch(values, value);
        if (above < 0)
        {
            above = ~above;
            if (above == 0) return (OfKnots[0], OfKnots[0]);
            if (above == values.Length) return (OfKnots[^1], OfKnots[^1]);
            var share = (value - values[above - 1]) / (values[above] - values[above - 1]);
            var rank = (float)(OfKnots[above - 1] + share * (OfKnots[above] - OfKnots[above - 1]));
            return (rank, rank);
        }
        var (first, last) = (above, above);
        while (first > 0 && values[first - 1] == value) first--;
        while (last < values.Length - 1 && values[last + 1] == value) last++;
        return (OfKnots[first], OfKnots[last]);
    }
}
