using ScottPlot;

namespace Gan.Samples.Pictures;

/// <summary>A picture of points of the plane: generated ones over real ones.</summary>
internal static class ScatterPlot
{
    private const int Side = 800;

    public static void WritePng(IReadOnlyList<float[]> real, IReadOnlyList<float[]> generated, Stream stream)
    {
        using var plot = new Plot();
        Points(plot, real, "real", Color.FromHex("#9AA3AD").WithAlpha(0.6));
        Points(plot, generated, "generated", Color.FromHex("#E07A1F").WithAlpha(0.6));
        plot.Axes.SquareUnits();
        plot.ShowLegend(Alignment.UpperRight);
        stream.Write(plot.GetImage(Side, Side).GetImageBytes(ImageFormat.Png));
    }

    private static void Points(Plot plot, IReadOnlyList<float[]> points, string name, Color color)
    {
        var scatter = plot.Add.ScatterPoints(points.Select(point => (double)point[0]).ToArray(), points.Select(point => (double)point[1]).ToArray(), color);
        scatter.MarkerSize = 4;
        scatter.LegendText = name;
    }
}
