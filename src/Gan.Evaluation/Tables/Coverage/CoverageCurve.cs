namespace Gan.Evaluation.Tables.Coverage;

/// <summary>How closely a curve of shares follows the levels that it should have: 1 − Σ |α − P(α)| / Σ α over 30 levels from 0 to 1.</summary>
internal static class CoverageCurve
{
    private const int Levels = 30;

    /// <summary>1 for a curve that has each level, ½ or less for one that has none.</summary>
    /// <param name="distances">The distances whose quantiles are the radii of the levels.</param>
    /// <param name="shareWithin">The curve: which share of rows is within a radius.</param>
    public static double Score(double[] distances, Func<double, double> shareWithin)
    {
        var sorted = distances.Order().ToArray();
        var levels = Enumerable.Range(0, Levels).Select(level => level / (Levels - 1.0)).ToArray();
        return 1 - levels.Sum(level => Math.Abs(level - shareWithin(Quantile.Of(sorted, level)))) / levels.Sum();
    }
}
