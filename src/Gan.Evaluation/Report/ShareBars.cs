using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Similarity;

namespace Gan.Evaluation.Report;

/// <summary>Real against synthetic shares of a few values, as pairs of bars.</summary>
internal static class ShareBars
{
    private const int MostBars = 9, MostLetters = 14;
    private const double Width = 340, LabelWidth = 116, FiguresWidth = 96, RowHeight = 19, BarHeight = 7;

    /// <summary>Draws a column of categories: the most frequent ones, then the rest, then those that the real table does not have.</summary>
    public static string Draw(EvaluatedCategories real, EvaluatedCategories synthetic)
    {
        var count = real.Categories.Count;
        var shares = TotalVariation.Counts(real.Codes, count).Zip(TotalVariation.Counts(synthetic.Codes, count), (original, made) => (
            Real: (double)original / real.Codes.Length, Synthetic: (double)made / synthetic.Codes.Length)).ToArray();
        var known = Enumerable.Range(0, count).Where(code => shares[code].Real > 0).OrderByDescending(code => shares[code].Real).ToArray();
        var shown = known.Length <= MostBars ? known : known[..(MostBars - 1)];
        var bars = shown.Select(code => new Bar(NameOf(real.Categories[code]), shares[code].Real, shares[code].Synthetic)).ToList();
        if (shown.Length < known.Length) bars.Add(Sum($"{known.Length - shown.Length} others", known[shown.Length..].Select(code => shares[code])));
        var unknown = shares.Where(share => share is { Real: 0, Synthetic: > 0 }).ToArray();
        if (unknown.Length > 0) bars.Add(Sum("not in real", unknown));
        return Draw(bars);
    }

    /// <summary>Draws a column of few different numbers, in their order.</summary>
    public static string Draw(double[] values, EvaluatedNumbers real, EvaluatedNumbers synthetic) =>
        Draw([.. values.Zip(real.Quantity.Figures(values), (value, figure) => new Bar(figure, ShareOf(value, real), ShareOf(value, synthetic)))]);

    private static string Draw(IReadOnlyList<Bar> bars)
    {
        var svg = new Svg(Width, bars.Count * RowHeight);
        var most = Math.Sqrt(bars.Max(bar => Math.Max(bar.Real, bar.Synthetic)));
        for (var row = 0; row < bars.Count; row++)
        {
            var (y, bar) = (row * RowHeight, bars[row]);
            svg.Text((LabelWidth - 6, y + 12), bar.Name, "end narrow", MostLetters);
            Rectangle(y + 2, bar.Real, "real");
            Rectangle(y + 2 + BarHeight, bar.Synthetic, "synthetic");
            svg.Text((Width, y + 12), $"{Figures.Share(bar.Real)} / {Figures.Share(bar.Synthetic)}", "end small");
        }
        return svg.ToString();

        void Rectangle(double y, double share, string style) =>
            svg.Rectangle((LabelWidth, y, (Width - LabelWidth - FiguresWidth) * (most > 0 ? Math.Sqrt(share) / most : 0), BarHeight), style);
    }

    private static string NameOf(string category) => category.Length == 0 ? "(missing)" : category;

    private static double ShareOf(double value, EvaluatedNumbers column) =>
        (double)column.Values.Count(other => other == value) / column.Values.Length;

    private static Bar Sum(string name, IEnumerable<(double Real, double Synthetic)> shares) =>
        shares.Aggregate(new Bar(name, 0, 0), (sum, share) => new Bar(name, sum.Real + share.Real, sum.Synthetic + share.Synthetic));

    private sealed record Bar(string Name, double Real, double Synthetic);
}
