using Microsoft.ML.Gan;

namespace Gan.Evaluation.Report;

/// <summary>The measures that papers publish, each with what it says.</summary>
internal static class ProtocolSection
{
    public static string Write(TabularProtocolMetrics? metrics) => metrics is null
        ? ""
        : $"""
        <h2>As papers measure it</h2>
        <p>Against {Figures.Count(metrics.Rows.Real)} training rows, with {Figures.Count(metrics.Rows.Synthetic)} synthetic ones.
        A generator that learnt training rows by heart scores better here: hold the detection AUC above beside it,
        which is measured with test rows where there are some.</p>
        <table><tr><th>Measure</th><th class="number">Score</th><th>What it says</th></tr>
        {string.Concat(Rows(metrics))}</table>

        """;

    private static IEnumerable<string> Rows(TabularProtocolMetrics metrics) =>
    [
        Row("C2ST by boosted trees", metrics.BoostedTreesC2st, "Whether boosted trees tell the tables apart: 1 not at all, 0 always."),
        Row("C2ST by logistic regression", metrics.LogisticC2st, "The same by a weaker model, which many tables pass."),
        Row("Shape", metrics.Shape, "How alike each column's distribution is. 1 is best."),
        Row("Trend", metrics.Trend, "How alike columns go together, each table cut by its own ends. 1 is best."),
        Row("Trend with shared edges", metrics.TrendWithSharedEdges, "The same, both tables cut by the real one's ends. 1 is best."),
        Row("Alpha-precision", metrics.AlphaPrecision, "Whether synthetic rows lie where real ones do. 1 is best."),
        Row("Beta-recall", metrics.BetaRecall, "Whether they occur wherever real ones do. New real rows have about 0.5, copies 1."),
        Row("Authenticity", metrics.Authenticity, "Synthetic rows that are no real row with noise. New real rows have about 0.5, copies 0."),
    ];

    private static string Row(string name, double? score, string meaning) =>
        $"<tr><td>{name}</td><td class=\"number\">{Figures.Score(score)}</td><td>{meaning}</td></tr>\n";
}
