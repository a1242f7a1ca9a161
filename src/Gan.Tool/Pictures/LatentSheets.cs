using System.Globalization;
using Gan.Onnx;
using Gan.Tool.Data;
using Gan.Tool.Evaluation;
using SkiaSharp;

namespace Gan.Tool.Pictures;

/// <summary>Pictures of a generator's latent space: its samples of the same vectors under all that can be turned.</summary>
/// <param name="generator">The generator of images.</param>
/// <param name="shape">The shape of an image.</param>
/// <param name="key">The class that is shown; null for all in turn.</param>
/// <param name="seed">Decides the vectors.</param>
internal sealed class LatentSheets(GeneratorTransformer generator, ImageShape shape, uint? key, int seed)
{
    public const int Columns = 10;
    private const int Legs = 6;
    private const int ShownClasses = 16;
    private static readonly float[] Psis = [1, 0.8f, 0.6f, 0.4f, 0.2f, 0];

    /// <summary>A walk through some vectors and back to the first. Each class walks the same way; without classes, several ways at once.</summary>
    /// <param name="steps">The pictures between two vectors.</param>
    public IEnumerable<SKSurface> Walk(int steps)
    {
        var keys = Keys();
        var apart = generator.ClassNames.Count > 0 ? 0 : Legs;
        var ways = keys.Select((_, way) => LatentWalk.Closed(generator, Draw(Legs, way * apart), steps)).ToArray();
        var columns = (int)Math.Ceiling(Math.Sqrt(keys.Length));
        PixelRange? range = null;
        var size = generator.LatentSize;
        for (var frame = 0; frame < Legs * steps; frame++)
        {
            var tiles = generator.Images([.. ways.SelectMany(way => way.AsSpan(frame * size, size).ToArray())], keys);
            range ??= PixelRange.Of(tiles);
            yield return new SampleGrid(shape, [], [new TileBlock("", [.. tiles.Chunk(columns)])], range).Draw();
        }
    }

    /// <summary>The same vectors on their way to the mean of the prior: ψ z.</summary>
    public SampleGrid Truncation() => new(
        shape, [.. Psis.Select(psi => string.Create(CultureInfo.InvariantCulture, $"ψ = {psi:0.0}"))],
        [new TileBlock("", [.. Psis.Select(Truncated)])]);

    /// <summary>The same vectors in each class.</summary>
    public SampleGrid Classes()
    {
        var latents = Draw(Columns);
        return new(shape, [.. generator.ClassNames], [new TileBlock("", [.. generator.ClassNames
            .Select((_, index) => generator.Images(latents, [.. Enumerable.Repeat((uint)index + 1, Columns)]))])]);
    }

    /// <summary>Samples, and below each the image that is nearest to it, by the distance of their pixels.</summary>
    public SampleGrid Neighbours(ImageSet training)
    {
        var samples = generator.Images(Draw(2 * Columns), Cycled(2 * Columns));
        var nearest = samples.Select(sample => Distances.Nearest(sample, training.Images.Select(image => image.Features)));
        var rows = samples.Chunk(Columns).Zip(nearest.Chunk(Columns), (made, real) => new[] { made, real }).SelectMany(pair => pair);
        return new(shape, ["generated", "nearest", "generated", "nearest"], [new TileBlock("", [.. rows])]);
    }

    private float[][] Truncated(float psi)
    {
        var latents = Draw(Columns);
        LatentSpace.Truncate(latents, psi);
        return generator.Images(latents, Cycled(Columns));
    }

    private float[] Draw(int count, long firstRow = 0)
    {
        var latents = new float[count * generator.LatentSize];
        generator.DrawLatents(latents, seed, firstRow);
        return latents;
    }

    /// <summary>The classes of a walk's tiles.</summary>
    private uint[] Keys() => key is { } one ? [one] : Cycled(generator.ClassNames.Count > 0 ? Math.Min(ShownClasses, generator.ClassNames.Count) : 9);

    private uint[] Cycled(int count) =>
        [.. Enumerable.Range(0, count).Select(index => key ?? (uint)(index % Math.Max(1, generator.ClassNames.Count)) + 1)];
}
