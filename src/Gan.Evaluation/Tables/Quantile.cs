namespace Gan.Evaluation.Tables;

/// <summary>Quantiles by linear interpolation between order statistics (definition 7 of Hyndman and Fan 1996).</summary>
internal static class Quantile
{
    /// <summary>The value below which a share of the values is.</summary>
    /// <param name="sorted">At least one value, in ascending order.</param>
    /// <param name="share">From 0, the least, to 1, the greatest.</param>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        var position = (sorted.Length - 1) * share;
        var below = (int)position;
        if (below >= sorted.Length - 1) return sorted[^1];
        var (least, greatest, weight) = (sorted[below], sorted[below + 1], position - below);
        var half = greatest / 2 - least / 2;                                                     // the whole may be infinite
        return weight < 0.5 ? 2 * (least / 2 + half * weight) : 2 * (greatest / 2 - half * (1 - weight));             // exact at both ends
    }
}
