using Gan.Tool.Evaluation;
using Microsoft.ML.Gan;
using ScottPlot;
using ScottPlot.MultiplotLayouts;

namespace Gan.Tool.Pictures;

/// <summary>The theory's pictures: D against D*, V against its bound, and the ring over time.</summary>
internal static class TheoryPlots
{
    private const int Width = 1_000;
    private const int PanelHeight = 330;
    private const int RingColumns = 3;
    private const double RingReach = 1.6;
    private const double LineReach = 3.5;

    private const float RightWidth = 30;
    private const int ReportsPerPoint = 3;

    private static readonly Color Ink = Color.FromHex("#1F2933");
    private static readonly Color[] Colors = [PlotStyle.Blue, PlotStyle.Orange, PlotStyle.Green];

    /// <summary>For each game its densities, D* and the trained D.</summary>
    public static void WriteDiscriminators(IReadOnlyList<(KnownGame Game, double[] Probabilities)> trained, Stream stream)
    {
        var panels = new Multiplot();
        panels.AddPlots(trained.Count);
        for (var i = 0; i < trained.Count; i++)
        {
            var (game, probabilities) = trained[i];
            var plot = panels.GetPlot(i);
            PlotStyle.Apply(plot);
            Area(plot, x => game.Real.Density(x), "p_r: the data", PlotStyle.Blue);
            Area(plot, x => game.Fake.Density(x), "p_g: the generator", PlotStyle.Orange);
            Line(plot, KnownGame.Line, probabilities, "D(x), trained", PlotStyle.Green, 5);
            double[] optimal = [.. KnownGame.Line.Select(game.OptimalDiscriminator)];
            Line(plot, KnownGame.Line, optimal, "D*(x) = p_r(x) / (p_r(x) + p_g(x))", Ink, 2).LinePattern = LinePattern.Dashed;
            plot.YLabel(game.Name, PlotStyle.LabelSize);
            plot.Axes.SetLimits(-LineReach, LineReach, 0, 1.02);
            plot.Axes.Right.MinimumSize = RightWidth;
            if (i == 0) plot.ShowLegend(Edge.Top);
            else plot.HideLegend();
            if (i == trained.Count - 1) plot.XLabel("x", PlotStyle.LabelSize);
        }
        stream.Write(panels.Render(Width, PanelHeight * trained.Count).GetImageBytes(ImageFormat.Png));
    }

    /// <summary>V over the rounds of each game, and 2 JSD − 2 log 2.</summary>
    public static void WriteValues(IReadOnlyList<(KnownGame Game, GanTrainingHistory History)> trained, Stream stream)
    {
        using var plot = new Plot();
        PlotStyle.Apply(plot);
        foreach (var ((game, history), color) in trained.Zip(Colors))
        {
            var points = history.Reports.Chunk(ReportsPerPoint).ToList();
            double[] rounds = [.. points.Select(reports => reports.Average(report => report.Round))];
            double[] values = [.. points.Select(reports => reports.Average(report => report.Value))];
            Line(plot, rounds, values, game.Name, color, 2.5f);
            var bound = plot.Add.HorizontalLine(game.ValueBound, 1.5f, Ink, LinePattern.Dashed);
            bound.LegendText = "2 JSD(p_r, p_g) \u2212 2 log 2";
            bound.ExcludeFromLegend = game != trained[^1].Game;
        }
        plot.Axes.Right.MinimumSize = RightWidth;
        plot.XLabel("round of the discriminator's training", PlotStyle.LabelSize);
        plot.YLabel("V(D, G)", PlotStyle.LabelSize);
        plot.Axes.SetLimits(0, trained[0].History.Rounds, -1.5, -0.8);
        plot.ShowLegend(Edge.Top);
        stream.Write(plot.GetImage(Width, 480).GetImageBytes(ImageFormat.Png));
    }

    /// <summary>Generated points over real ones after some rounds each.</summary>
    public static void WriteRing(
        IReadOnlyList<float[]> real, IReadOnlyList<(int Rounds, IReadOnlyList<float[]> Points, double Value)> moments, Stream stream)
    {
        var panels = new Multiplot();
        panels.AddPlots(moments.Count);
        panels.Layout = new Grid(moments.Count / RingColumns, RingColumns);
        for (var i = 0; i < moments.Count; i++)
        {
            var (rounds, points, value) = moments[i];
            var plot = panels.GetPlot(i);
            plot.Font.Set(PictureFont.Family);
            Dots(plot, real, PlotStyle.Blue.WithAlpha(0.35));
            Dots(plot, points, PlotStyle.Orange.WithAlpha(0.5));
            plot.Title(FormattableString.Invariant($"round {rounds:N0}: V = {value:F2}").Replace('-', '\u2212'), PlotStyle.LabelSize);
            plot.Axes.Title.Label.Bold = false;
            plot.Axes.SetLimits(-RingReach, RingReach, -RingReach, RingReach);
            plot.HideGrid();
            plot.Layout.Frameless();
            plot.Axes.Title.IsVisible = true;
        }
        stream.Write(panels.Render(Width, Width * 2 / RingColumns).GetImageBytes(ImageFormat.Png));
    }

    private static void Area(Plot plot, Func<double, double> density, string name, Color color)
    {
        var area = plot.Add.FillY(KnownGame.Line, new double[KnownGame.Line.Length], [.. KnownGame.Line.Select(density)]);
        area.FillColor = color.WithAlpha(0.18);
        area.LineColor = color;
        area.LegendText = name;
    }

    private static ScottPlot.Plottables.Scatter Line(Plot plot, double[] x, double[] y, string name, Color color, float width)
    {
        var line = plot.Add.ScatterLine(x, y, color);
        line.LineWidth = width;
        line.LegendText = name;
        return line;
    }

    private static void Dots(Plot plot, IReadOnlyList<float[]> points, Color color) =>
        plot.Add.ScatterPoints(
            points.Select(point => (double)point[0]).ToArray(), points.Select(point => (double)point[1]).ToArray(), color).MarkerSize = 4;
}
