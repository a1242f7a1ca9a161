using Gan.Evaluation.Report;

namespace Gan.Evaluation.Images.Report;

/// <summary>The share of images that are no farther from a training image than a distance: of generated and of test images.</summary>
internal static class DistanceCurves
{
    private const double Width = 560, Height = 220, Left = 44, Bottom = 34, Top = 8;
    private const int Steps = 120;

    public static string Draw(float[] generated, float[] test)
    {
        var most = Math.Max(generated.Max(), test.Append(0).Max());
        var svg = new Svg(Width, Height);
        foreach (var share in (double[])[0, 0.5, 1])
        {
            svg.Line([(Left, Y(share)), (Width, Y(share))], "axis");
            svg.Text((Left - 8, Y(share) + 4), Figures.Share(share), "small end");
        }
        svg.Text((Left, Height - 16), "0", "small");
        svg.Text((Width, Height - 16), Figures.Score(most), "small end");
        svg.Text((Width - 60, Height - 3), "distance to the nearest training image", "small end");
        if (test.Length > 0) svg.Line(Curve(test, most), "outline curve-real");
        svg.Line(Curve(generated, most), "outline");
        return svg.ToString();
    }

    private static IEnumerable<(double X, double Y)> Curve(float[] distances, float most)
    {
        var sorted = distances.Order().ToArray();
        return Enumerable.Range(0, Steps + 1).Select(step =>
        {
            var distance = most * step / Steps;
            return (Left + (Width - Left) * step / Steps, Y((double)sorted.Count(value => value <= distance) / sorted.Length));
        });
    }

    private static double Y(double share) => Top + (Height - Bottom - Top) * (1 - share);
}
