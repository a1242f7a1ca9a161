using System.Globalization;

namespace Gan.Tool.Benchmarks.Protocol;

/// <summary>Runs as Markdown: beside the published rows, then every figure.</summary>
/// <remarks>A cell has the mean over the seeds and, in brackets, the least and the greatest.</remarks>
internal static class ProtocolMarkdown
{
    private const string Nothing = "\u2013";

    public static IEnumerable<string> Lines(IReadOnlyCollection<ProtocolRun> runs)
    {
        var groups = runs.GroupBy(run => (run.Set, run.Settings)).Select(group => group.OrderBy(run => run.Seed).ToArray()).ToArray();
        yield return "Published rows: arXiv 2603.23016. Of this library's: mean over the seeds (least to greatest).";
        yield return "Its utility is of LightGBM with fixed settings: AUC, or R² for beijing; the published one is of XGBoost with chosen settings.";
        yield return "";
        foreach (var line in Published(groups)) yield return line;
        yield return "";
        foreach (var line in Everything(groups)) yield return line;
    }

    private static IEnumerable<string> Published(ProtocolRun[][] groups)
    {
        yield return Row(["measure", "set", .. PublishedScores.Generators, "this library", "settings", "seeds"]);
        yield return Rule(PublishedScores.Generators.Count + 5);
        foreach (var measure in PublishedScores.Measures)
        {
            foreach (var group in groups)
                yield return Row(
                [
                    measure, group[0].Set, .. PublishedScores.Generators.Select(name => Score(PublishedScores.Of(measure, name, group[0].Set))),
                    Scores(group, measure), group[0].Settings, Seeds(group),
                ]);
        }
    }

    private static IEnumerable<string> Everything(ProtocolRun[][] groups)
    {
        yield return Row(["this library", .. groups.Select(group => $"{group[0].Set}, {group[0].Settings}")]);
        yield return Rule(groups.Length + 1);
        foreach (var measure in ProtocolMeasures.Names) yield return Row([measure, .. groups.Select(group => Scores(group, measure))]);
        yield return Row(
            ["seconds of training", .. groups.Select(group => group.Average(run => run.Seconds).ToString("N0", CultureInfo.InvariantCulture))]);
    }

    private static string Scores(ProtocolRun[] runs, string measure)
    {
        var scores = runs.Select(run => run[measure]).OfType<double>().ToArray();
        return scores.Length switch
        {
            0 => Nothing,
            1 => Score(scores[0]),
            _ => $"{Score(scores.Average())} ({Score(scores.Min())} to {Score(scores.Max())})",
        };
    }

    private static string Seeds(ProtocolRun[] runs) => string.Join(' ', runs.Select(run => run.Seed));

    private static string Score(double? score) => score?.ToString("0.000;-0.000;0.000", CultureInfo.InvariantCulture) ?? Nothing;

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Rule(int count) => $"|{string.Concat(Enumerable.Repeat("---|", count))}";
}
