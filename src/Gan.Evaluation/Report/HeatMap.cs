using Microsoft.ML.Gan;

namespace Gan.Evaluation.Report;

/// <summary>The trends of all pairs of columns as a triangle of coloured cells; a dashed frame where there is none.</summary>
internal static class HeatMap
{
    public const double DarkestTrend = 0.7;

    private const int MostLetters = 19;
    private const double LabelWidth = 150, Top = 30, Size = 760, LargestCell = 40;

    /// <summary>Draws the pairs among some columns.</summary>
    public static string Draw(IReadOnlyList<string> columns, IReadOnlyList<TabularPairMetrics> pairs)
    {
        var cell = Math.Min(LargestCell, (Size - LabelWidth) / columns.Count);
        var measured = pairs.ToDictionary(pair => (pair.First, pair.Second));
        var height = cell * columns.Count;
        var svg = new Svg(LabelWidth + height + LabelWidth / 2, Top + height + 4);
        for (var row = 1; row < columns.Count; row++) svg.Text((LabelWidth - 6, Top + (row + 0.5) * cell + 4), columns[row], "end", MostLetters);
        for (var column = 0; column < columns.Count - 1; column++)
            svg.Text((LabelWidth + (column + 0.5) * cell - 2, Top + (column + 1) * cell - 6), columns[column], "", MostLetters, -35);
        for (var first = 0; first < columns.Count; first++)
            for (var second = first + 1; second < columns.Count; second++) Cell(first, second);
        return svg.ToString();

        void Cell(int first, int second)
        {
            var (x, y) = (LabelWidth + first * cell, Top + second * cell);
            var pair = measured.GetValueOrDefault((columns[first], columns[second]));
            var tip = $"{columns[first]} – {columns[second]}: {Figures.Score(pair?.Trend)}";
            var (style, fill) = pair is null ? ("unmeasured", null) : ("cell", ColourOf(pair.Trend));
            svg.Rectangle((x + 0.5, y + 0.5, cell - 1, cell - 1), style, tip, fill);
            if (pair is { IsStrong: true }) svg.Dot((x + cell / 2, y + cell / 2), cell / 9, pair.Trend < 0.85 ? "light" : "dark");
        }
    }

    /// <summary>From nearly white at 1 to dark violet at <see cref="DarkestTrend"/> and below.</summary>
    public static string ColourOf(double trend)
    {
        var depth = Math.Clamp((1 - trend) / (1 - DarkestTrend), 0, 1);
        return FormattableString.Invariant($"rgb({Mix(242, 74)},{Mix(240, 20)},{Mix(247, 134)})");

        int Mix(int light, int dark) => (int)Math.Round(light + (dark - light) * depth);
    }
}
