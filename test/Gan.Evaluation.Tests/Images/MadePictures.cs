using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Evaluation.Tests.Images;

/// <summary>Grey pictures of 8 by 8 pixels: a bright bar, level or upright, at a random place, with a little noise.</summary>
internal static class MadePictures
{
    public const int Side = 8;

    private static readonly MLContext MLContext = new(seed: 1);

    public static List<Picture> Make(int count, int seed, double noise = 0.05, Func<int, bool>? isLevel = null)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(index => Bar(random, isLevel?.Invoke(index) ?? index % 2 == 0, noise))];
    }

    /// <summary>Each pixel as the mean of the 3 by 3 around it.</summary>
    public static List<Picture> Blur(List<Picture> pictures) => [.. pictures.Select(picture => picture with
    {
        Features = [.. Enumerable.Range(0, Side * Side).Select(pixel => Around(pixel).Average(near => picture.Features[near]))],
    })];

    public static IDataView View(IEnumerable<Picture> pictures, int side = Side)
    {
        var schema = SchemaDefinition.Create(typeof(Picture));
        schema[nameof(Picture.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 1, side, side);
        schema[nameof(Picture.Sample)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 1, side, side);
        return MLContext.Data.LoadFromEnumerable(pictures, schema);
    }

    private static Picture Bar(Random random, bool isLevel, double noise)
    {
        var (place, brightness) = (1 + random.Next(Side - 2), 0.6 + 0.4 * random.NextDouble());
        return new()
        {
            Label = isLevel ? "level" : "upright",
            Features = [.. Enumerable.Range(0, Side * Side).Select(pixel =>
                (float)(((isLevel ? pixel / Side : pixel % Side) == place ? brightness : 0) + noise * (random.NextDouble() - 0.5)))],
        };
    }

    private static IEnumerable<int> Around(int pixel) =>
        from y in Enumerable.Range(pixel / Side - 1, 3)
        from x in Enumerable.Range(pixel % Side - 1, 3)
        where y is >= 0 and < Side && x is >= 0 and < Side
        select y * Side + x;

    internal sealed record Picture
    {
        public float[] Features { get; init; } = [];

        public float[] Sample => Features;

        public string Label { get; init; } = "";
    }
}
