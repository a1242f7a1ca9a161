using Gan.Onnx;

namespace Gan.Tool.Pictures;

/// <summary>A way through latent vectors.</summary>
internal static class LatentWalk
{
    /// <summary>From each vector to the next, and from the last to the first: on arcs for a normal prior, on lines for a uniform one.</summary>
    /// <param name="generator">Whose prior and size the vectors have.</param>
    /// <param name="stops">The vectors, one after the other.</param>
    /// <param name="steps">The vectors of each leg, the one that it ends at left out.</param>
    public static float[] Closed(GeneratorTransformer generator, ReadOnlySpan<float> stops, int steps)
    {
        var size = generator.LatentSize;
        var legs = stops.Length / size;
        var way = new float[legs * steps * size];
        for (var place = 0; place < legs * steps; place++)
        {
            var (leg, step) = Math.DivRem(place, steps);
            var from = stops.Slice(leg * size, size);
            var to = stops.Slice((leg + 1) % legs * size, size);
            var latent = way.AsSpan(place * size, size);
            if (generator.Prior == LatentPrior.Normal) LatentSpace.Slerp(from, to, (float)step / steps, latent);
            else LatentSpace.Lerp(from, to, (float)step / steps, latent);
        }
        return way;
    }
}
