using System.Net;

namespace Microsoft.ML.Gan.Evaluation.Report;

/// <summary>The overall scores, each with what it says.</summary>
internal static class ScoreCards
{
    public static string Write(TabularGanMetrics metrics) => string.Concat(Cards(metrics));

    private static IEnumerable<string> Cards(TabularGanMetrics metrics)
    {
        yield return Card("Column shapes", Figures.Score(metrics.ColumnShapes), metrics.ColumnShapes, "How alike each column's distribution is. 1 is best.");
        yield return Card("Pair trends", Figures.Score(metrics.ColumnPairTrends), metrics.ColumnPairTrends, "How alike columns go together, over all pairs. 1 is best.");
        yield return Card("Strong pairs", Figures.Score(metrics.StrongPairTrends), metrics.StrongPairTrends, "The same over the pairs that say much of each other. 1 is best.");
        if (metrics is { RealUtility: { } real, SyntheticUtility: { } synthetic })
        {
            var (name, ofReal, ofSynthetic) = real.RSquared is null ? ("AUC", real.AreaUnderRocCurve, synthetic.AreaUnderRocCurve) : ("R²", real.RSquared, synthetic.RSquared);
            yield return Card($"Utility ({name})", $"{Figures.Score(ofSynthetic)}", ofSynthetic / ofReal, $"Trained on synthetic rows, tested on real ones. Trained on real rows: {Figures.Score(ofReal)}.");
        }
        yield return Card("Detection AUC", Figures.Score(metrics.DetectionAuc), 2 - 2 * metrics.DetectionAuc, "How well a model tells synthetic from real rows. 0.5, not at all, is best.");
        yield return Card("Exact copies", Figures.Share(metrics.CopyRate), null, "Synthetic rows that equal a real row in every column.");
        if (metrics.CloserToTrain is not null)
            yield return Card("Nearer to training rows", Figures.Score(metrics.CloserToTrain), null, "Synthetic rows nearer to a training row than to a test row. 0.5: nothing memorised.");
        yield return Card("Category coverage", Figures.Share(metrics.CategoryCoverage), metrics.CategoryCoverage, "Real categories that occur in the synthetic table at all.");
        yield return Card("Unseen categories", Figures.Share(metrics.BadCategory), null, "Cells whose category the real table does not have. 0 is best.");
        yield return Card("Out of range", Figures.Share(metrics.RangeViolation), null, "Numbers beyond the real column's least or greatest. 0 is best.");
        yield return Card("Missing-rate gap", Figures.Share(metrics.MissingRateGap), null, "Difference of the shares of missing cells, mean over columns. 0 is best.");
    }

    private static string Card(string name, string figure, double? filled, string caption) =>
        $"<div class=\"card\">{WebUtility.HtmlEncode(name)}<b>{figure}</b>{(filled is { } share ? Meter(share) : "")}<p>{WebUtility.HtmlEncode(caption)}</p></div>\n";

    private static string Meter(double share) => FormattableString.Invariant($"<div class=\"meter\"><i style=\"width:{100 * Math.Clamp(share, 0, 1):0.#}%\"></i></div>");
}
