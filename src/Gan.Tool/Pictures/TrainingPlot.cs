using Microsoft.ML.Gan;
using ScottPlot;

namespace Gan.Tool.Pictures;

/// <summary>A picture of a training: the losses, the discriminator's probabilities, and V(D, G) on its way to −2 log 2.</summary>
internal static class TrainingPlot
{
    private const int Width = 1_000;
    private const int Height = 1_050;

    public static void WritePng(GanTrainingHistory history, Stream stream)
    {
        var panels = new Multiplot();
        panels.AddPlots(3);
        var reports = history.Reports;

        var losses = panels.GetPlot(0);
        Curve(losses, reports, "discriminator's loss", report => report.DiscriminatorLoss, PlotStyle.Blue);
        Curve(losses, reports, "generator's loss", report => report.GeneratorLoss, PlotStyle.Orange);
        Finish(losses, "loss", history.Rounds);

        var probabilities = panels.GetPlot(1);
        Curve(probabilities, reports, "D(x): real rows", report => report.ProbabilityOfReal, PlotStyle.Blue);
        Curve(probabilities, reports, "D(G(z)): fake rows", report => report.ProbabilityOfFake, PlotStyle.Orange);
        Level(probabilities, 0.5, "1/2: the equilibrium");
        Finish(probabilities, "probability of being real", history.Rounds);
        probabilities.Axes.SetLimitsY(0, 1);

        var value = panels.GetPlot(2);
        Curve(value, reports, "V(D, G)", report => report.Value, PlotStyle.Blue);
        Level(value, GanTrainingReport.EquilibriumValue, "\u22122 log 2: the equilibrium");
        Finish(value, "V(D, G)", history.Rounds);
        value.XLabel("round", PlotStyle.LabelSize);

        stream.Write(panels.Render(Width, Height).GetImageBytes(ImageFormat.Png));
    }

    private static void Curve(Plot plot, IReadOnlyList<GanTrainingReport> reports, string name, Func<GanTrainingReport, double> measure, Color color)
    {
        var curve = plot.Add.ScatterLine(reports.Select(report => (double)report.Round).ToArray(), reports.Select(measure).ToArray(), color);
        curve.LineWidth = 2;
        curve.LegendText = name;
        if (reports.Count == 1) curve.MarkerSize = 8;
    }

    private static void Level(Plot plot, double height, string name)
    {
        var line = plot.Add.HorizontalLine(height, 1.5f, PlotStyle.Grey, LinePattern.Dashed);
        line.LegendText = name;
        line.ExcludeFromLegend = false;
    }

    private static void Finish(Plot plot, string name, int rounds)
    {
        PlotStyle.Apply(plot);
        plot.YLabel(name, PlotStyle.LabelSize);
        plot.Axes.AutoScale();
        plot.Axes.SetLimitsX(0, rounds * 1.01);
        plot.ShowLegend(Edge.Top);
    }
}
