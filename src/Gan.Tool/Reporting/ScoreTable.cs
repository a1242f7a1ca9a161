using System.Globalization;
using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Reporting;

/// <summary>The scores of a synthetic table, as the verbs print them.</summary>
internal static class ScoreTable
{
    private const int WorstColumns = 3;

    public static void Write(IAnsiConsole console, TabularGanMetrics metrics)
    {
        var table = new Table().RoundedBorder().AddColumn("Measure").AddColumn(new TableColumn("Value").RightAligned()).AddColumn("Best");
        foreach (var (measure, value, best) in Rows(metrics)) table.AddRow(Markup.Escape(measure), value, best);
        console.Write(table);
        var worst = metrics.Columns.Where(column => column.Shape is not null).OrderBy(column => column.Shape).Take(WorstColumns)
            .Select(column => $"{column.Name} {Score(column.Shape)}");
        console.WriteLine($"Columns with the worst shapes: {string.Join(", ", worst)}.");
        foreach (var remark in metrics.Remarks) console.WriteLine(remark);
    }

    private static IEnumerable<(string Measure, string Value, string Best)> Rows(TabularGanMetrics metrics)
    {
        var realRows = metrics.Ceiling.IsResample ? "real rows resampled" : "test rows";
        yield return ("Column shapes", Score(metrics.ColumnShapes), $"{Score(metrics.Ceiling.ColumnShapes)} ({realRows})");
        yield return ("Pair trends", Score(metrics.ColumnPairTrends), $"{Score(metrics.Ceiling.ColumnPairTrends)} ({realRows})");
        yield return ("Pair trends, strong pairs", Score(metrics.StrongPairTrends), $"{Score(metrics.Ceiling.StrongPairTrends)} ({realRows})");
        if (metrics.RealUtility is { } real)
        {
            foreach (var (measure, ofReal, ofSynthetic) in Utilities(real, metrics.SyntheticUtility ?? new()))
                if (ofReal is not null)
                    yield return ($"{measure}, trained on synthetic, tested on real rows", Score(ofSynthetic), $"{Score(ofReal)} (trained on real)");
        }
        yield return ("Detection AUC", Score(metrics.DetectionAuc), "0.5");
        yield return ("Nearer to training than to test rows (no evidence of privacy)", Score(metrics.CloserToTrain), "0.5");
        yield return ("Exact copies", Share(metrics.CopyRate), "");
        yield return ("Numbers out of range", Share(metrics.RangeViolation), "0");
        yield return ("Cells of unseen categories", Share(metrics.BadCategory), "0");
        yield return ("Categories that occur", Share(metrics.CategoryCoverage), "100 %");
        yield return ("Difference of missing shares", Share(metrics.MissingRateGap), "0");
        foreach (var row in Attacks(metrics.Attacks)) yield return row;
        foreach (var row in Protocol(metrics.Protocol)) yield return row;
    }

    private static IEnumerable<(string, string, string)> Attacks(TabularAttacks? attacks) => attacks is null ? [] :
    [
        ("Attacks that succeed, of four", attacks.Successes.ToString(CultureInfo.InvariantCulture), "0"),
        ("Who was trained on, by nearest rows (AUC)", Interval(attacks.NearestMembership.Auc), "0.5"),
        ("Who was trained on, by densities (AUC)", Interval(attacks.KernelMembership.Auc), "0.5"),
        ("Cells told of training rows, more than of test rows", Interval(attacks.AttributeLeak), "0"),
        ("Training rows singled out, more than test rows", Interval(attacks.SinglingOut?.Leak), "0"),
    ];

    private static IEnumerable<(string, string, string)> Protocol(TabularProtocolMetrics? metrics) => metrics is null ? [] :
    [
        ("Trend, each table's own edges (SDMetrics)", Score(metrics.Trend), "1"),
        ("Trend, shared edges", Score(metrics.TrendWithSharedEdges), "1"),
        ("C2ST by logistic regression, against training rows", Score(metrics.LogisticC2st), "1"),
        ("C2ST by boosted trees, against training rows", Score(metrics.BoostedTreesC2st), "1"),
        ("Alpha-precision", Score(metrics.AlphaPrecision), "1"),
        ("Beta-recall", Score(metrics.BetaRecall), "0.5 (new rows)"),
        ("Authenticity", Score(metrics.Authenticity), "0.5 or more"),
    ];

    private static IEnumerable<(string, double?, double?)> Utilities(TabularUtility real, TabularUtility synthetic) =>
    [
        ("AUC", real.AreaUnderRocCurve, synthetic.AreaUnderRocCurve),
        ("F1 of the rarest class", real.MinorityF1Score, synthetic.MinorityF1Score),
        ("R²", real.RSquared, synthetic.RSquared),
    ];

    private static string Score(double? score) => score?.ToString("0.000;-0.000;0.000", CultureInfo.InvariantCulture) ?? "not measured";

    private static string Interval(TabularEstimate? estimate) =>
        estimate is null ? Score(null) : $"{Score(estimate.Value)} ({Score(estimate.Least)} to {Score(estimate.Greatest)})";

    private static string Share(double share) =>
        (share < 1 ? Math.Min(100 * share, 99.99) : 100).ToString(share is > 0 and < 0.001 ? "G1" : "0.##", CultureInfo.InvariantCulture) + " %";
}
