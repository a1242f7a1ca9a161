using ScottPlot;

namespace Gan.Tool.Pictures;

/// <summary>A picture of points of the plane: generated ones over real ones.</summary>
internal static class ScatterPlot
{
    private const int Side = 850;

    public static void WritePng(IReadOnlyList<float[]> real, IReadOnlyList<float[]> generated, Stream stream)
    {
        using var plot = new Plot();
        PlotStyle.Apply(plot);
        Points(plot, real, $"{real.Count:N0} real points", PlotStyle.Blue.WithAlpha(0.45));
        Points(plot, generated, $"{generated.Count:N0} generated points", PlotStyle.Orange.WithAlpha(0.6));
        plot.Axes.SquareUnits();
        plot.ShowLegend(Edge.Top);
        stream.Write(plot.GetImage(Side, Side).GetImageBytes(ImageFormat.Png));
    }

    private static void Points(Plot plot, IReadOnlyList<float[]> points, string name, Color color)
    {
        var scatter = plot.Add.ScatterPoints(
            points.Select(point => (double)point[0]).ToArray(), points.Select(point => (double)point[1]).ToArray(), color);
        scatter.MarkerSize = 5;
        scatter.LegendText = name;
    }
}
