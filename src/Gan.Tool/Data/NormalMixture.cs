using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Data;

/// <summary>Round normal distributions of one deviation: a density that is known, and rows drawn from it.</summary>
internal sealed class NormalMixture
{
    private const double GoldenRatio = 0.6180339887498949;

    private readonly double[] _shares;                                // cumulated weights, each mode's upper end

    /// <param name="deviation">The standard deviation of each normal in each direction.</param>
    /// <param name="means">The middle of each normal.</param>
    /// <param name="weights">How likely each is, up to a common factor; null if all are as likely.</param>
    public NormalMixture(double deviation, IReadOnlyList<double[]> means, IReadOnlyList<double>? weights = null)
    {
        var sum = weights?.Sum() ?? means.Count;
        Deviation = deviation;
        Means = means;
        Weights = [.. means.Select((_, mode) => (weights?[mode] ?? 1) / sum)];
        _shares = [.. Weights.Select((_, mode) => Weights.Take(mode + 1).Sum())];
    }

    public double Deviation { get; }

    public IReadOnlyList<double[]> Means { get; }

    /// <value>The share of each normal; they sum to 1.</value>
    public IReadOnlyList<double> Weights { get; }

    public int Dimension => Means[0].Length;

    /// <summary>Normals on the line, each as likely as the others.</summary>
    public static NormalMixture OnLine(double deviation, params double[] means) => new(deviation, [.. means.Select(mean => new[] { mean })]);

    /// <summary>Normals evenly on a circle, each as likely as the others.</summary>
    public static NormalMixture OnCircle(int modes, double radius, double deviation, params double[] middle)
    {
        return new(deviation, [.. Enumerable.Range(0, modes).Select(Mean)]);

        double[] Mean(int mode)
        {
            var (y, x) = Math.SinCos(2 * Math.PI * mode / modes);
            return [middle.ElementAtOrDefault(0) + radius * x, middle.ElementAtOrDefault(1) + radius * y];
        }
    }

    /// <summary>p(x).</summary>
    public double Density(params double[] x) =>
        Means.Zip(Weights, (mean, weight) => weight * Math.Exp(-SquaredDistance(mean, x) / (2 * Deviation * Deviation))).Sum()
        / Math.Pow(2 * Math.PI * Deviation * Deviation, Dimension / 2.0);

    /// <summary>The nearest mode, and the distance to its middle in standard deviations.</summary>
    public (int Mode, double Deviations) Nearest(float[] point)
    {
        double[] x = [.. point];
        var (squaredDistance, mode) = Means.Select((mean, index) => (SquaredDistance(mean, x), index)).Min();
        return (mode, Math.Sqrt(squaredDistance) / Deviation);
    }

    /// <summary>Rows of the mixture, of each normal as many as its share: the column Features.</summary>
    public IDataView Rows(MLContext mlContext, int count, int seed)
    {
        var noise = mlContext.Gan().Latents(count, Dimension, seed, latentColumnName: nameof(Point.Features))
            .GetColumn<float[]>(nameof(Point.Features));
        return Rows(mlContext, Dimension, noise.Select((z, row) => Around(ModeOf(row), z)));
    }

    /// <summary>Rows of given values: the column Features.</summary>
    public static IDataView Rows(MLContext mlContext, int dimension, IEnumerable<float[]> rows)
    {
        var schema = SchemaDefinition.Create(typeof(Point));
        schema[nameof(Point.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimension);
        return mlContext.Data.LoadFromEnumerable(rows.Select(row => new Point { Features = row }).ToList(), schema);
    }

    /// <summary>The mode of a row: multiples of the golden ratio fall into every share as often as its size says, to within a row or two.</summary>
    private int ModeOf(int row)
    {
        var position = row * GoldenRatio % 1;
        return Math.Min(Array.FindIndex(_shares, share => position < share) is >= 0 and var mode ? mode : Means.Count, Means.Count - 1);
    }

    private float[] Around(int mode, float[] offset) => [.. Means[mode].Zip(offset, (mean, z) => (float)(mean + Deviation * z))];

    private static double SquaredDistance(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++) sum += (one[i] - other[i]) * (one[i] - other[i]);
        return sum;
    }

    private sealed class Point
    {
        public float[] Features { get; init; } = [];
    }
}
