using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>The ranks of a column of numbers, from 0 to 1: of each row the interval that its value has.</summary>
/// <remarks>
/// An interval is as long as its value's share of the rows, so that a rank drawn uniformly from a row's interval is uniform over all rows. But a
/// value that more than a quarter of the rows share has a quarter: else the others would be crowded at an end, too close for the networks to tell
/// them apart.
/// </remarks>
internal sealed class ColumnRanks
{
    private const int Parts = 4;                                      // no value has more than the 4th part

    /// <param name="values">The value of each row; NaN where missing. At least one is not.</param>
    /// <param name="keepsExtremes">Whether the least and the greatest value come back as they are.</param>
    /// <param name="whole">The ranks of values among all rows, where these are a sample; null where these are all.</param>
    public ColumnRanks(double[] values, bool keepsExtremes = false, SketchedRanks? whole = null)
    {
        Low = new float[values.Length];
        High = new float[values.Length];
        int[] rows = [.. Enumerable.Range(0, values.Length).Where(row => !double.IsNaN(values[row]))];
        var sorted = Array.ConvertAll(rows, row => values[row]);
        Array.Sort(sorted, rows);
        var runs = SortedRuns.Of(sorted);
        var most = MostThatCount(runs);
        var length = runs.Sum(run => Math.Min(run.Count, most));
        var before = 0.0;
        var ends = new List<double> { 0 };                            // of the runs
        foreach (var (start, count) in runs)
        {
            var after = before + Math.Min(count, most);
            foreach (var row in rows.AsSpan(start, count)) (Low[row], High[row]) = ((float)(before / length), (float)(after / length));
            before = after;
            ends.Add(after / length);
        }
        var knots = QuantileKnots.Of(keepsExtremes && whole is not null ? WithEnds(sorted, whole) : sorted, keepsExtremes);
        double[] shares = [.. runs.Select(run => (double)run.Start / sorted.Length), 1];
        Learnt = new NumberRanks(
            whole is null ? knots : WholeKnots.Of(knots, whole, sorted.Length),
            Array.ConvertAll(knots.Ranks, share => (float)Interpolated(shares, ends, share)), FrequentValue.Find(sorted, runs, ends, knots));
        if (Learnt.Frequent.Count == 0) return;
        var slots = Learnt.Frequent.Index().ToDictionary(frequent => frequent.Item.Value, frequent => frequent.Index);
        FrequentSlots = Array.ConvertAll(values, value => slots.GetValueOrDefault(value, Choice.None));
    }

    /// <value>Where each row's interval begins; 0 where missing.</value>
    public float[] Low { get; }

    /// <value>Where it ends; 0 where missing.</value>
    public float[] High { get; }

    /// <value>What is learnt of them, without the rows.</value>
    public NumberRanks Learnt { get; }

    /// <value>Which frequent value each row has, <see cref="Choice.None"/> where it has another; empty if there are none.</value>
    public int[] FrequentSlots { get; } = [];

    /// <summary>A sample's values with the least and the greatest of all rows in the place of its own.</summary>
    private static double[] WithEnds(double[] sorted, SketchedRanks whole)
    {
        double[] values = [.. sorted];
        (values[0], values[^1]) = (whole.Least, whole.Greatest);
        return values;
    }

    private static double Interpolated(double[] from, List<double> to, double at)
    {
        var place = Array.BinarySearch(from, at);
        if (place >= 0) return to[place];
        return to[~place - 1] + (to[~place] - to[~place - 1]) * (at - from[~place - 1]) / (from[~place] - from[~place - 1]);
    }

    /// <summary>As many rows of a value count as give it the 4th part; where there are fewer values, one of each.</summary>
    private static double MostThatCount(List<(int Start, int Count)> runs)
    {
        double rest = runs.Sum(run => run.Count);
        var reduced = 0;
        foreach (var count in runs.Select(run => run.Count).OrderDescending())
        {
            var most = rest / (Parts - reduced);
            if (count <= most) return most;
            rest -= count;
            reduced++;
        }
        return 1;
    }
}
