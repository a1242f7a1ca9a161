using Gan.Testing;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.GpuChecks;

/// <summary>Small data that is made here: a ring, digits of seven segments, a table.</summary>
internal static class Data
{
    public const int Modes = 8, DigitSide = 8;

    private static readonly string[] SegmentsOfDigit = ["abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg"];

    public static readonly MLContext MLContext = new(seed: 1);

    /// <summary>Eight Gaussians (standard deviation 0.01) on the unit circle.</summary>
    public static IDataView Ring(int count = 4000)
    {
        var random = new Random(4);
        return Vectors([2], [.. Enumerable.Range(0, count).Select(row => new[]
        {
            (float)(Math.Cos(row % Modes * Math.PI / 4) + 0.01 * Normal(random)),
            (float)(Math.Sin(row % Modes * Math.PI / 4) + 0.01 * Normal(random)),
        })]);
    }

    /// <summary>Digits as on a clock, 8 by 8 pixels from 0 to 255, some brighter than others, with noise.</summary>
    public static IDataView Digits(int count = 1000)
    {
        var random = new Random(5);
        return Vectors([1, DigitSide, DigitSide], [.. Enumerable.Range(0, count).Select(row =>
        {
            var brightness = 0.7f + 0.3f * random.NextSingle();
            return Digit(row % 10).Select(pixel => Math.Clamp(255 * brightness * pixel + 8 * (float)Normal(random), 0, 255)).ToArray();
        })]);
    }

    /// <summary>A digit's pixels, 0 or 1.</summary>
    public static float[] Digit(int digit)
    {
        var pixels = new float[DigitSide * DigitSide];
        foreach (var segment in SegmentsOfDigit[digit])
            foreach (var (x, y) in Pixels(segment)) pixels[y * DigitSide + x] = 1;
        return pixels;
    }

    /// <summary>A number, a category that depends on it, and a skewed number.</summary>
    public static IDataView Table(int count = 1500)
    {
        var random = new Random(6);
        return MLContext.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(_ =>
        {
            var height = 170 + 10 * Normal(random);
            var size = height > 175 ? "long" : height > 165 ? "mid" : "short";
            return new Row { Height = (float)height, Size = size, Pay = (float)Math.Exp(Normal(random)) };
        }).ToList());
    }

    /// <summary>The bytes of a fit's generator as it is saved.</summary>
    public static byte[] FileOf(GanTransformer gan)
    {
        using var folder = new TemporaryFolder();
        gan.SaveGenerator(folder["generator.onnx"]);
        return File.ReadAllBytes(folder["generator.onnx"]);
    }

    private static IDataView Vectors(int[] shape, float[][] rows)
    {
        var schema = SchemaDefinition.Create(typeof(Vector));
        schema[nameof(Vector.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, shape);
        return MLContext.Data.LoadFromEnumerable(rows.Select(row => new Vector { Features = row }), schema);
    }

    private static IEnumerable<(int X, int Y)> Pixels(char segment) => segment switch
    {
        'a' or 'g' or 'd' => Enumerable.Range(2, 4).Select(x => (x, segment == 'a' ? 1 : segment == 'g' ? 4 : 7)),
        _ => Enumerable.Range(segment is 'b' or 'f' ? 1 : 4, 4).Select(y => (segment is 'b' or 'c' ? 5 : 2, y)),
    };

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private sealed class Vector
    {
        public float[] Features { get; set; } = [];
    }

    private sealed class Row
    {
        public float Height { get; set; }

        public string Size { get; set; } = "";

        public float Pay { get; set; }
    }
}
