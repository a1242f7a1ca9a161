using Gan.Evaluation.Tables;
using Gan.Onnx;

namespace Gan.Evaluation.Report;

/// <summary>Real against synthetic numbers, as two histograms on one another.</summary>
internal static class Histogram
{
    private const int MostBins = 36, FewValues = 9;
    private const double Width = 340, Height = 150, AxisHeight = 20, TailShare = 0.005, LongTail = 3;

    /// <summary>Draws a column of numbers; bars instead if there are only a few of them.</summary>
    public static string Draw(EvaluatedNumbers real, EvaluatedNumbers synthetic)
    {
        var (original, made) = (real.Sorted(), synthetic.Sorted());
        if (original.Length == 0 || made.Length == 0) return "<p class=\"none\">All cells of one of the tables are missing.</p>";
        var values = original.Concat(made).Distinct().Take(FewValues + 1).Order().ToArray();
        return values.Length <= FewValues
            ? ShareBars.Draw(values, real, synthetic)
            : Draw(original, made, real.Quantity, Magnitude.OfExtreme([.. original, .. made]));
    }

    private static string Draw(double[] values, double[] syntheticValues, Quantity quantity, Magnitude unit)
    {
        var (real, synthetic) = (Array.ConvertAll(values, unit.Down), Array.ConvertAll(syntheticValues, unit.Down));
        var bins = BinsOf(real, synthetic);
        var (original, made) = (bins.Shares(real), bins.Shares(synthetic));
        var ends = quantity.Figures(unit.Up(bins.Least), unit.Up(bins.Greatest));
        var most = Math.Sqrt(Math.Max(original.Max(), made.Max()));
        var svg = new Svg(Width, Height + AxisHeight);
        var outline = new List<(double, double)> { (0, Height) };
        for (var bin = 0; bin < bins.Count; bin++)
        {
            var (left, right) = (bin * Width / bins.Count, (bin + 1) * Width / bins.Count);
            svg.Rectangle((left, Height - HeightOf(original[bin]), right - left, HeightOf(original[bin])), "real soft", Tip(bin));
            outline.AddRange([(left, Height - HeightOf(made[bin])), (right, Height - HeightOf(made[bin]))]);
        }
        svg.Line([.. outline, (Width, Height)], "outline");
        svg.Line([(0, Height), (Width, Height)], "axis");
        var below = bins.Least > Math.Min(real[0], synthetic[0]) ? "≤ " : "";
        var above = bins.Greatest < Math.Max(real[^1], synthetic[^1]) ? "≥ " : "";
        svg.Text((0, Height + 15), below + ends[0], "small");
        svg.Text((Width, Height + 15), above + ends[1], "end small");
        return svg.ToString();

        double HeightOf(double share) => Math.Sqrt(share) / most * (Height - 4);

        string Tip(int bin) =>
            $"from {quantity.Figure(unit.Up(bins.Least + bin * bins.Width))}: " +
            $"real {Figures.Share(original[bin])}, synthetic {Figures.Share(made[bin])}";
    }

    /// <summary>From the least to the greatest value. If the outermost half per cents are far out, they count in the outer bins.</summary>
    private static BinRange BinsOf(double[] real, double[] synthetic)
    {
        var (least, greatest) = (Math.Min(real[0], synthetic[0]), Math.Max(real[^1], synthetic[^1]));
        var tail = (int)(real.Length * TailShare);
        var (low, high) = (real[tail], real[^(tail + 1)]);
        if (high > low && greatest - least > LongTail * (high - low)) (least, greatest) = (low, high);
        if (!real.Concat(synthetic).All(double.IsInteger)) return new BinRange(least, greatest, (greatest - least) / MostBins, MostBins);
        var width = Math.Ceiling((greatest - least + 1) / MostBins);                             // as many whole numbers in each bin
        return new BinRange(least, greatest, width, (int)Math.Ceiling((greatest - least + 1) / width));
    }

    private readonly record struct BinRange(double Least, double Greatest, double Width, int Count)
    {
        public double[] Shares(double[] values)
        {
            var shares = new double[Count];
            foreach (var value in values) shares[(int)Math.Clamp((value - Least) / Width, 0, Count - 1)] += 1.0 / values.Length;
            return shares;
        }
    }
}
