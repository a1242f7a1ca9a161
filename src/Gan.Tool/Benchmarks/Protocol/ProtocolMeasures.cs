using Microsoft.ML.Gan;

namespace Gan.Tool.Benchmarks.Protocol;

/// <summary>The figures of a run, in the order in which the results' file has them.</summary>
internal static class ProtocolMeasures
{
    public const string TreesC2st = "C2ST, boosted trees", Trend = "Trend, own edges", Utility = "utility", Detection = "detection AUC, test rows";

    private static readonly (string Name, Func<TabularGanMetrics, double?> Of)[] All =
    [
        (TreesC2st, metrics => metrics.Protocol?.BoostedTreesC2st),
        ("C2ST, logistic regression", metrics => metrics.Protocol?.LogisticC2st),
        (Detection, metrics => metrics.DetectionAuc),
        ("Shape", metrics => metrics.Protocol?.Shape),
        (Trend, metrics => metrics.Protocol?.Trend),
        ("Trend, shared edges", metrics => metrics.Protocol?.TrendWithSharedEdges),
        ("alpha-precision", metrics => metrics.Protocol?.AlphaPrecision),
        ("beta-recall", metrics => metrics.Protocol?.BetaRecall),
        ("authenticity", metrics => metrics.Protocol?.Authenticity),
        (Utility, metrics => metrics.SyntheticUtility?.AreaUnderRocCurve ?? metrics.SyntheticUtility?.RSquared),
        ("utility, trained on real rows", metrics => metrics.RealUtility?.AreaUnderRocCurve ?? metrics.RealUtility?.RSquared),
        ("nearer to training rows", metrics => metrics.CloserToTrain),
        ("exact copies", metrics => metrics.CopyRate),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(measure => measure.Name)];

    public static IReadOnlyList<double?> Of(TabularGanMetrics metrics) => [.. All.Select(measure => measure.Of(metrics))];
}
