namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A column's quantile function by a bounded number of knots, straight between them: rank u in [0, 1] to value.</summary>
/// <remarks>
/// A value that many rows share is a flat stretch and comes back exactly. Elsewhere a knot is the mean of at least <see cref="LeastRows"/>
/// neighbouring rows, so that no knot is one row's value, and both ends lie within the observed range; but the ends may be kept as they are.
/// Knots are closer at the ends of the distribution, where its quantiles are far apart. Nothing is between the two sides of a gap that holds no rows
/// (<see cref="ValueGaps"/>).
/// </remarks>
internal sealed class QuantileKnots
{
    /// <summary>The most knots of a column.</summary>
    public const int Most = 1000;

    /// <summary>The fewest rows that a knot speaks of, where the column has as many.</summary>
    public const int LeastRows = 5;

    private const int Parts = 400;
    private const int EndShare = 4;                                   // a part is at most this share of the rows between it and the nearer end

    /// <param name="ranks">The ranks of the knots, ascending.</param>
    /// <param name="values">Their values, ascending.</param>
    public QuantileKnots(double[] ranks, double[] values)
    {
        Ranks = ranks;
        Values = values;
        Shared = values.Zip(values.Skip(1)).Where(pair => pair.First == pair.Second).Select(pair => pair.First).ToHashSet();
    }

    /// <value>The ranks of the knots, from 0 to 1, ascending; equal neighbours are a jump.</value>
    public double[] Ranks { get; }

    /// <value>The values of the knots, ascending.</value>
    public double[] Values { get; }

    /// <value>The values at both ends.</value>
    public (double Least, double Greatest) Range => (Values[0], Values[^1]);

    /// <value>The values that come back exactly.</value>
    public IReadOnlySet<double> Shared { get; }

    /// <param name="sorted">The values, ascending; at least one.</param>
    /// <param name="keepsExtremes">Whether the ends are the least and the greatest value, though they may be one row's.</param>
    public static QuantileKnots Of(double[] sorted, bool keepsExtremes = false)
    {
        var (least, greatest) = (sorted[0], sorted[^1]);
        (sorted, var gaps) = ValueGaps.Close(sorted, LeastRows, rows => Mean(rows));
        var runs = SortedRuns.Of(sorted);
        for (var coarseness = 1.0; ; coarseness *= 1.5)
        {
            var knots = new List<(double Rank, double Value)>();
            var partRows = Math.Max(LeastRows, (int)Math.Ceiling(coarseness * sorted.Length / Parts));
            Add(knots, sorted, runs, gaps, partRows, sharedRows: runs.Count <= Parts ? (int)(LeastRows * coarseness) : partRows);
            if (knots.Count > Most) continue;
            if (keepsExtremes) knots = [.. WithEnds(knots, sorted, least, greatest)];
            return new([.. knots.Select(knot => knot.Rank)], [.. knots.Select(knot => knot.Value)]);
        }
    }

    private static void Add(
        List<(double Rank, double Value)> knots, double[] sorted, List<(int Start, int Count)> runs, int[] gaps, int partRows, int sharedRows)
    {
        var done = 0;
        foreach (var (start, count) in runs.Where(run => run.Count >= sharedRows))
        {
            AddBetween(done, start);
            knots.Add(((double)start / sorted.Length, sorted[start]));
            done = start + count;
            knots.Add(((double)done / sorted.Length, sorted[start]));
        }
        AddBetween(done, sorted.Length);

        // a stretch of its own on either side of each gap
        void AddBetween(int start, int end)
        {
            int[] ends = [.. gaps.Where(gap => gap > start && gap < end), end];
            foreach (var next in ends)
            {
                AddStretch(knots, sorted, start, next, isAboveGap: gaps.Contains(start), isBelowGap: gaps.Contains(next), partRows);
                start = next;
            }
        }
    }

    /// <summary>
    /// Knots for the rows between two shared values or gaps: too few for a mean of their own are left to the line between the values, or to the value
    /// on their side of the gap.
    /// </summary>
    private static void AddStretch(
        List<(double Rank, double Value)> knots, double[] sorted, int start, int end, bool isAboveGap, bool isBelowGap, int partRows)
    {
        var isAll = start == 0 && end == sorted.Length;
        if (end - start < LeastRows && !isAll)
        {
            if (isAboveGap) knots.Add(((double)start / sorted.Length, sorted[end]));
            else if (isBelowGap) knots.Add(((double)end / sorted.Length, knots[^1].Value));
            return;
        }
        for (var at = start; ;)
        {
            var from = Math.Clamp(at - LeastRows / 2, start, Math.Max(start, end - LeastRows));
            var to = Math.Min(from + LeastRows, end);
            knots.Add(((double)at / sorted.Length, Mean(sorted.AsSpan(from, to - from))));
            if (at == end) return;
            var toNearerEnd = Math.Min(at, sorted.Length - at);
            at = Math.Min(end, at + Math.Clamp(toNearerEnd / EndShare, LeastRows, partRows));
        }
    }

    /// <summary>
    /// The knots with other ends. An end that lies beyond a gap is one row's, and nothing is made between it and the others; else a line leads to it.
    /// </summary>
    private static IEnumerable<(double Rank, double Value)> WithEnds(
        List<(double Rank, double Value)> knots, double[] sorted, double least, double greatest)
    {
        var (row, first, last) = (1.0 / sorted.Length, knots[0], knots[^1]);
        (double, double)[] start = least == first.Value ? []
            : least == sorted[0] ? [(0, least)] : [(0, least), (row, least), (row, first.Value)];
        (double, double)[] end = greatest == last.Value ? []
            : greatest == sorted[^1] ? [(1, greatest)] : [(1 - row, last.Value), (1 - row, greatest), (1, greatest)];
        return [
            .. start, .. knots.Where(knot => (start.Length == 0 || knot.Rank > 0) && (end.Length == 0 || knot.Rank < 1)), .. end];
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        for (var i = 0; i < values.Length; i++) mean += (values[i] - mean) / (i + 1);
        return Math.Clamp(mean, values[0], values[^1]);
    }
}
