using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Samples.Data;

/// <summary>Eight Gaussians on a circle of radius 1: small, and hard enough that a GAN may forget some of them.</summary>
internal static class Ring
{
    public const int Modes = 8;
    public const double StandardDeviation = 0.05;

    /// <summary>Points of the plane, an equal number at each Gaussian: the column Features.</summary>
    public static IDataView Points(MLContext mlContext, int count, int seed)
    {
        var noise = mlContext.Gan().Latents(count, 2, seed, latentColumnName: nameof(Point.Features)).GetColumn<float[]>(nameof(Point.Features));
        return mlContext.Data.LoadFromEnumerable(noise.Select((offset, row) => new Point { Features = Around(row % Modes, offset) }).ToList());
    }

    /// <summary>The nearest Gaussian, and the distance to its middle in standard deviations.</summary>
    public static (int Mode, double Deviations) Nearest(float[] point)
    {
        var step = 2 * Math.PI / Modes;
        var mode = ((int)Math.Round(Math.Atan2(point[1], point[0]) / step) + Modes) % Modes;
        var (x, y) = Middle(mode);
        return (mode, Math.Sqrt(Math.Pow(point[0] - x, 2) + Math.Pow(point[1] - y, 2)) / StandardDeviation);
    }

    private static (double X, double Y) Middle(int mode)
    {
        var (y, x) = Math.SinCos(2 * Math.PI * mode / Modes);
        return (x, y);
    }

    private static float[] Around(int mode, float[] offset)
    {
        var (x, y) = Middle(mode);
        return [(float)(x + StandardDeviation * offset[0]), (float)(y + StandardDeviation * offset[1])];
    }

    private sealed class Point
    {
        [VectorType(2)]
        public float[] Features { get; init; } = [];
    }
}
