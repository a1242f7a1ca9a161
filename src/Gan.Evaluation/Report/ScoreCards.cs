using System.Net;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Report;

/// <summary>The overall scores, each with what it says.</summary>
internal static class ScoreCards
{
    public static string Write(TabularGanMetrics metrics) => string.Concat(Cards(metrics));

    private static IEnumerable<string> Cards(TabularGanMetrics metrics)
    {
        var ceiling = metrics.Ceiling;
        yield return Likeness(
            "Column shapes", metrics.ColumnShapes, ceiling.ColumnShapes, "How alike each column's distribution is. 1 is best.");
        yield return Likeness(
            "Pair trends", metrics.ColumnPairTrends, ceiling.ColumnPairTrends, "How alike columns go together, over all pairs. 1 is best.");
        yield return Likeness(
            "Strong pairs", metrics.StrongPairTrends, ceiling.StrongPairTrends, "The same over the pairs that say much of each other.");
        if (metrics.RealUtility is { } real) yield return Utility(real, metrics.SyntheticUtility ?? new());
        yield return Score(
            "Detection AUC", metrics.DetectionAuc, metrics.DetectionAuc is { } area ? 1 - Math.Abs(2 * area - 1) : null,
            "How well a model tells synthetic from real rows. 0.5, not at all, is best.");
        yield return Share("Exact copies", metrics.CopyRate, "Synthetic rows that equal a real row in every column but identifiers.");
        yield return Score(
            "Nearer to training rows", metrics.CloserToTrain, null,
            "Than to test rows. 0.5: as near as new rows. 1: copies. By itself it is no evidence of privacy (arXiv 2505.01524).");
        yield return Share("Category coverage", metrics.CategoryCoverage, "Real categories that occur in the synthetic table at all. 100 % is best.");
        yield return Share("Unseen categories", metrics.BadCategory, "Cells whose category the real table does not have. 0 is best.");
        yield return Share("Out of range", metrics.RangeViolation, "Numbers beyond the real column's least or greatest. 0 is best.");
        yield return Share("Missing-rate gap", metrics.MissingRateGap, "Difference of the shares of missing cells, mean over columns. 0 is best.");
    }

    private static string Utility(TabularUtility real, TabularUtility synthetic)
    {
        var (name, ofReal, ofSynthetic) = real.RSquared is null
            ? ("AUC", real.AreaUnderRocCurve, synthetic.AreaUnderRocCurve)
            : ("R²", real.RSquared, synthetic.RSquared);
        var caption = $"Trained on synthetic rows, tested on real ones. Trained on real rows: {Figures.Score(ofReal)}.";
        return Score($"Utility ({name})", ofSynthetic, ofReal is null ? null : ofReal > 0 ? ofSynthetic / ofReal : 0, caption);
    }

    private static string Likeness(string name, double? score, double? ceiling, string caption) =>
        Score(name, score, score, $"{caption} Ceiling: {Figures.Score(ceiling)}.");

    private static string Score(string name, double? score, double? filled, string caption) => score is null
        ? Card(name, $"<span class=\"none\">{Figures.NotMeasured}</span>", null, caption)
        : Card(name, Figures.Score(score), filled, caption);

    private static string Share(string name, double share, string caption) => Card(name, Figures.Share(share), null, caption);

    private static string Card(string name, string figure, double? filled, string caption) =>
        $"<div class=\"card\">{name}<b>{figure}</b>{(filled is { } share ? Meter(share) : "")}<p>{WebUtility.HtmlEncode(caption)}</p></div>\n";

    private static string Meter(double share) =>
        FormattableString.Invariant($"<div class=\"meter\"><i style=\"width:{100 * Math.Clamp(share, 0, 1):0.#}%\"></i></div>");
}
