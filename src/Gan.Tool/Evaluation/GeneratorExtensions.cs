using System.Diagnostics;
using Gan.Onnx;
using Microsoft.ML.Data;

namespace Gan.Tool.Evaluation;

internal static class GeneratorExtensions
{
    private static readonly TimeSpan MeasuredTime = TimeSpan.FromSeconds(1);

    /// <summary>Samples of one class, or of any if there are no classes.</summary>
    public static IEnumerable<float[]> Vectors(this GeneratorTransformer generator, int count, string? className, int seed) =>
        (className is null ? generator.Sample(count, seed) : generator.Sample(count, className, seed)).GetColumn<float[]>("Sample");

    /// <summary>Samples of latent vectors.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="latents">The vectors, one after the other.</param>
    /// <param name="keys">The class of each, from 1; not looked at if there are no classes.</param>
    public static float[][] Images(this GeneratorTransformer generator, float[] latents, uint[] keys)
    {
        var size = generator.SampleShape.Aggregate(1, (product, length) => product * length);
        var samples = new float[latents.Length / generator.LatentSize * size];
        if (generator.ClassNames.Count > 0) generator.Generate(latents, keys, samples);
        else generator.Generate(latents, samples);
        return [.. samples.Chunk(size)];
    }

    /// <summary>How many rows a second come out of a cursor, latent vectors included, after the first ones.</summary>
    public static double RowsPerSecond(this GeneratorTransformer generator, int seed)
    {
        const int warmUp = 1_000;
        using var rows = generator.Sample(int.MaxValue, seed).GetColumn<float[]>("Sample").GetEnumerator();
        for (var i = 0; i < warmUp; i++) rows.MoveNext();
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed < MeasuredTime; count++) rows.MoveNext();
        return count / clock.Elapsed.TotalSeconds;
    }
}
