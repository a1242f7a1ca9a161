namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A value that many rows share.</summary>
/// <param name="Value">The value.</param>
/// <param name="Middle">The middle of its ranks.</param>
/// <param name="HalfLength">The distance from there to either end of them.</param>
internal readonly record struct FrequentValue(double Value, float Middle, float HalfLength)
{
    /// <summary>Up to so many values are few.</summary>
    public const int Few = 32;

    private const int Most = 256;
    private const int LeastRows = 20;
    private const double LeastLength = 1e-3;                          // of the ranks, that single precision tells them apart
    private const double LeastShare = 0.9;                            // of the rows

    /// <summary>
    /// The commonest values of a column, ascending, where nearly all rows have one of them: a few if that suffices, else many; none where many do
    /// not.
    /// </summary>
    /// <param name="sorted">The values, ascending.</param>
    /// <param name="runs">The runs of equal values.</param>
    /// <param name="ends">The rank at which each run begins, and behind them 1.</param>
    /// <param name="knots">The column's quantile function: only what it gives back exactly counts.</param>
    public static IReadOnlyList<FrequentValue> Find(
        double[] sorted, IReadOnlyList<(int Start, int Count)> runs, IReadOnlyList<double> ends, QuantileKnots knots)
    {
        var exact = knots.Shared;
        int[] commonest = [.. Enumerable.Range(0, runs.Count).OrderByDescending(run => runs[run].Count).Take(Most).Where(IsCommon)];
        foreach (var most in new[] { Few, Most })
        {
            int[] common = [.. commonest.Take(most).Order()];
            if (common.Length >= 2 && common.Sum(run => runs[run].Count) >= LeastShare * sorted.Length)
                return Array.ConvertAll(
                    common, run => new FrequentValue(
                        sorted[runs[run].Start], (float)(ends[run] + ends[run + 1]) / 2, (float)(ends[run + 1] - ends[run]) / 2));
        }
        return [];

        bool IsCommon(int run) => runs[run].Count >= LeastRows && ends[run + 1] - ends[run] >= LeastLength && exact.Contains(sorted[runs[run].Start]);
    }
}
