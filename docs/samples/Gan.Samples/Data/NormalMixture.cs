using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Samples.Data;

/// <summary>Normal distributions on the line, each as likely as the others: a density that is known, and rows drawn from it.</summary>
internal sealed class NormalMixture(double deviation, params double[] means)
{
    public double Mean => means.Average();

    public double Deviation => deviation;

    /// <summary>p(x).</summary>
    public double Density(double x) => means.Average(mean => Math.Exp(-0.5 * Math.Pow((x - mean) / deviation, 2))) / (deviation * Math.Sqrt(2 * Math.PI));

    /// <summary>Rows of the mixture, an equal number of each normal: the column Features.</summary>
    public IDataView Rows(MLContext mlContext, int count, int seed)
    {
        var noise = mlContext.Gan().Latents(count, 1, seed, latentColumnName: nameof(Point.Features)).GetColumn<float[]>(nameof(Point.Features));
        return Rows(mlContext, noise.Select((z, row) => means[row % means.Length] + deviation * z[0]));
    }

    /// <summary>Rows of given values: the column Features.</summary>
    public static IDataView Rows(MLContext mlContext, IEnumerable<double> values) =>
        mlContext.Data.LoadFromEnumerable(values.Select(value => new Point { Features = [(float)value] }).ToList());

    private sealed class Point
    {
        [VectorType(1)]
        public float[] Features { get; init; } = [];
    }
}
