using Gan.Onnx;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Microsoft.ML.Gan.Tests;

/// <summary>Small data sets to train on.</summary>
internal static class TestRows
{
    public static readonly MLContext MLContext = new(seed: 1);

    /// <summary>
    /// Two clusters in the plane, one for each class: around (−2, 10) "low", key 2, and (2, 30) "high", key 1; or with the classes swapped.
    /// </summary>
    public static IDataView Clusters(int count = 256, bool swapClasses = false)
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, count).Select(row => new LabeledPoint
        {
            Features = [4 * (row % 2) - 2 + 0.1f * (float)random.NextDouble(), 20 * (row % 2) + 10 + (float)random.NextDouble()],
            Class = row % 2 == 0 != swapClasses ? "low" : "high",
        });
        var view = MLContext.Data.LoadFromEnumerable(rows.ToList());
        return MLContext.Transforms.Conversion
            .MapValueToKey("Label", "Class", keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue).Fit(view).Transform(view);
    }

    /// <summary>Eight Gaussians (standard deviation 0.01) on the unit circle.</summary>
    public static IDataView Ring(int count = 4000)
    {
        var random = new Random(4);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Vectors([.. Enumerable.Range(0, count).Select(row => new[]
        {
            (float)(Math.Cos(row % 8 * Math.PI / 4) + 0.01 * Normal()), (float)(Math.Sin(row % 8 * Math.PI / 4) + 0.01 * Normal()),
        })]);
    }

    /// <summary>How many of the ring's modes have at least one in 500 of some samples within a distance of 0.1.</summary>
    public static int ModesOfRing(IEnumerable<float[]> samples)
    {
        var modes = samples.Select(sample => (Mode: (int)Math.Round(Math.Atan2(sample[1], sample[0]) / (Math.PI / 4)) & 7, Sample: sample))
            .Where(
                near => Math.Sqrt(
                    Math.Pow(near.Sample[0] - Math.Cos(near.Mode * Math.PI / 4), 2) + Math.Pow(near.Sample[1] - Math.Sin(near.Mode * Math.PI / 4),
                        2)) < 0.1)
            .Select(near => near.Mode).ToList();
        return modes.CountBy(mode => mode).Count(mode => mode.Value * 500 >= samples.Count());
    }

    /// <summary>The shape of a data view's schema, as a pipeline hands it to its estimators.</summary>
    public static SchemaShape ShapeOf(IDataView rows) => new(rows.Schema.Select(column => ColumnShape.Of(MLContext, column.Name, column.Type)));

    /// <summary>Images of one channel: a bright left or right half, values 0 to 255.</summary>
    public static IDataView Images(int count, int side)
    {
        var random = new Random(2);
        var schema = SchemaDefinition.Create(typeof(Vector));
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 1, side, side);
        return MLContext.Data.LoadFromEnumerable(
            Enumerable.Range(0, count).Select(row => new Vector
            {
                Features = [
                    .. Enumerable.Range(0, side * side).Select(
                        pixel => (float)((pixel % side < side / 2 == (row % 2 == 0) ? 200 : 0) + random.Next(56)))],
            }).ToList(), schema);
    }

    /// <summary>Noise in the shape of images, of two classes in turn.</summary>
    public static IDataView LabeledImages(int count, int channels, int side) => Labeled(count, random => random.NextSingle(), channels, side, side);

    /// <summary>Pixels 0 to 255 in any shape, of two classes in turn.</summary>
    public static IDataView Pixels(int count, params int[] shape) => Labeled(count, random => random.Next(256), shape);

    /// <summary>Images of one channel, of bytes, of two classes in turn: a bright left or right half.</summary>
    public static IDataView ByteImages(int count, int side)
    {
        var random = new Random(3);
        var schema = SchemaDefinition.Create(typeof(ByteImage));
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Byte, 1, side, side);
        var view = MLContext.Data.LoadFromEnumerable(
            Enumerable.Range(0, count).Select(row => new ByteImage
            {
                Features = [.. Enumerable.Range(0, side * side).Select(
                    pixel => (byte)((pixel % side < side / 2 == (row % 2 == 0) ? 200 : 0) + random.Next(56)))],
                Class = row % 2 == 0 ? "left" : "right",
            }).ToList(), schema);
        return MLContext.Transforms.Conversion.MapValueToKey("Label", "Class").Fit(view).Transform(view);
    }

    private static IDataView Labeled(int count, Func<Random, float> value, params int[] shape)
    {
        var random = new Random(4);
        var schema = SchemaDefinition.Create(typeof(LabeledPoint));
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, shape);
        var view = MLContext.Data.LoadFromEnumerable(
            Enumerable.Range(0, count).Select(row => new LabeledPoint
            {
                Features = [.. Enumerable.Range(0, shape.Aggregate((product, size) => product * size)).Select(_ => value(random))],
                Class = row % 2 == 0 ? "low" : "high",
            }).ToList(), schema);
        return MLContext.Transforms.Conversion.MapValueToKey("Label", "Class").Fit(view).Transform(view);
    }

    public static IDataView Vectors(params float[][] rows)
    {
        var schema = SchemaDefinition.Create(typeof(Vector));
        schema["Features"].ColumnType = rows.Select(row => row.Length).Distinct().Count() == 1
            ? new VectorDataViewType(NumberDataViewType.Single, rows[0].Length)
            : new VectorDataViewType(NumberDataViewType.Single);
        return MLContext.Data.LoadFromEnumerable(rows.Select(row => new Vector { Features = row }), schema);
    }

    /// <summary>Options that train a small network for a moment.</summary>
    public static GanTrainer.Options Quick(
        string? label = null, int rounds = 20, int seed = 0, GanArchitecture? architecture = null, IProgress<GanProgress>? progress = null,
        double learningRate = 1e-3, int discriminatorSteps = 1, IGanLoss? loss = null, IDiscriminatorRegularizer? regularizer = null,
        CancellationToken cancellationToken = default) => new()
        {
            LabelColumnName = label,
            LatentSize = 4,
            Architecture = architecture ?? GanArchitectures.Mlp(width: 16, depth: 2),
            BatchSize = 32,
            MaxRounds = rounds,
            Seed = seed,
            Device = TrainingDevice.Cpu,
            Progress = progress,
            CancellationToken = cancellationToken,
            GeneratorLearningRate = learningRate,
            DiscriminatorLearningRate = learningRate,
            DiscriminatorSteps = discriminatorSteps,
            Loss = loss ?? GanLosses.NonSaturating,
            Regularizer = regularizer ?? GanRegularizers.R1(0.1),
        };

    /// <summary>Options that diverge: steps of 10.</summary>
    public static GanTrainer.Options Diverging() => Quick(rounds: 2000, learningRate: 10);

    public sealed class Vector
    {
        public float[] Features { get; set; } = [];
    }

    public sealed class ByteImage
    {
        public byte[] Features { get; set; } = [];

        public string Class { get; set; } = "";
    }

    public sealed class LabeledPoint
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [];

        public string Class { get; set; } = "";
    }

    public sealed class Judgement
    {
        public float Score { get; set; }

        public float Probability { get; set; }
    }
}
