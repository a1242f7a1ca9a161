using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A sample's knots at the ranks that their values have among all rows.</summary>
/// <remarks>
/// The sample says where the knots are, so that none is one row's value; the sketch says at which ranks. Near the ends of a distribution the sample
/// knows them better: a rank u of n rows is off by √(u (1 − u) / n), which is 0 at the ends, and a sketch is as much off everywhere. So a rank moves
/// by four such deviations at most.
/// </remarks>
internal static class WholeKnots
{
    private const double MostDeviations = 4;

    /// <param name="sample">The knots of the sample.</param>
    /// <param name="whole">The ranks of values among all rows.</param>
    /// <param name="rows">The rows of the sample that have a value.</param>
    public static QuantileKnots Of(QuantileKnots sample, SketchedRanks whole, int rows)
    {
        var (values, ranks) = (sample.Values, new double[sample.Ranks.Length]);
        var last = ranks.Length - 1;
        for (var knot = 0; knot <= last; knot++)
        {
            var own = sample.Ranks[knot];
            var most = MostDeviations * Math.Sqrt(own * (1 - own) / rows);
            var known = Math.Clamp(Known(knot), own - most, own + most);
            ranks[knot] = Math.Max(known, knot == 0 ? 0 : ranks[knot - 1]);
        }
        return new(ranks, values);

        double Known(int knot)
        {
            var value = values[knot];
            if (knot < last && values[knot + 1] == value) return whole.Below(value);              // where a flat stretch begins
            if (knot > 0 && values[knot - 1] == value) return whole.UpTo(value);                  // and ends
            if (knot < last && sample.Ranks[knot + 1] == sample.Ranks[knot]) return whole.UpTo(Middle(knot));       // below a gap
            if (knot > 0 && sample.Ranks[knot - 1] == sample.Ranks[knot]) return whole.UpTo(Middle(knot - 1));      // above it
            return (whole.Below(value) + whole.UpTo(value)) / 2;
        }

        double Middle(int knot) => values[knot] + (values[knot + 1] - values[knot]) / 2;
    }
}
