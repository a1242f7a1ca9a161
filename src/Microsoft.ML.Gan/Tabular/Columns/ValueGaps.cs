namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>
/// Wide ranges within a column that hold no value: between the years of contracts and the year 9999, which says that one has no end.
/// </summary>
internal static class ValueGaps
{
    private const double Wide = 5;                                    // the least width of a gap, in that of the values of more than half the rows

    /// <summary>The gaps of a column.</summary>
    /// <param name="sorted">The values, ascending; at least one.</param>
    /// <returns>Of each gap the place of the first value above it, ascending.</returns>
    public static IReadOnlyList<int> Of(double[] sorted)
    {
        var gaps = new List<int>();
        var (start, end) = (0, sorted.Length);
        while (end - start > 1)
        {
            var gap = Enumerable.Range(start + 1, end - start - 1).MaxBy(place => sorted[place] - sorted[place - 1]);
            var (first, last) = gap - start > end - gap ? (start, gap) : (gap, end);             // the side of more rows
            var range = sorted[last - 1] - sorted[first];
            if (!(range > 0 && sorted[gap] - sorted[gap - 1] > Wide * range)) break;
            gaps.Add(gap);
            (start, end) = (first, last);
        }
        return [.. gaps.Order()];
    }

    /// <summary>The values, with those few between gaps that no knot could stand for put to the nearer side.</summary>
    /// <param name="sorted">The values, ascending.</param>
    /// <param name="leastRows">Fewer rows than this are few.</param>
    /// <param name="mean">What the values of some neighbouring rows are together.</param>
    /// <returns>The values, ascending, and the gaps that are left.</returns>
    public static (double[] Sorted, int[] Gaps) Close(double[] sorted, int leastRows, Func<ArraySegment<double>, double> mean)
    {
        int[] ends = [.. Of(sorted), sorted.Length];
        var groups = ends.Zip([0, .. ends], (end, start) => (Start: start, End: end)).ToList();
        var large = groups.Where(group => group.End - group.Start >= leastRows).ToList();
        if (large.Count == 0) return (sorted, []);
        double[] closed = [.. sorted];
        foreach (var few in groups.Except(large))
        {
            var (below, above) = (large.LastOrDefault(group => group.End <= few.Start), large.FirstOrDefault(group => group.Start >= few.End));
            var isBelow = above == default
                || (below != default && sorted[few.Start] - sorted[below.End - 1] <= sorted[above.Start] - sorted[few.End - 1]);
            var nearest = isBelow ? below.End - leastRows : above.Start;
            Array.Fill(closed, mean(new ArraySegment<double>(sorted, nearest, leastRows)), few.Start, few.End - few.Start);
        }
        Array.Sort(closed);
        return (closed, [.. Of(closed)]);
    }
}
