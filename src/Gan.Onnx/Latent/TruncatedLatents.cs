namespace Gan.Onnx;

/// <summary>Latent vectors of a seed, with components beyond a threshold drawn anew until none is left: the truncation trick.</summary>
/// <remarks>Brock, Donahue and Simonyan, "Large scale GAN training for high fidelity natural image synthesis" (2019).</remarks>
internal static class TruncatedLatents
{
    /// <summary>The least threshold: at 0.01 of a normal prior, 125 components are drawn for one that stays.</summary>
    public const float LeastThreshold = 0.01f;

    /// <summary>Writes vectors one after the other.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="firstRow">The row of the first one.</param>
    /// <param name="threshold">Components are in [-threshold, threshold].</param>
    /// <param name="latents">Where they go. Length: a multiple of the source's latent size.</param>
    public static void Fill(LatentSource source, long firstRow, float threshold, Span<float> latents)
    {
        float[]? again = null;
        for (var row = 0; row * source.LatentSize < latents.Length; row++)
        {
            var latent = latents.Slice(row * source.LatentSize, source.LatentSize);
            source.Fill(firstRow + row, latent);
            for (var attempt = 1u; latent.ContainsAnyExceptInRange(-threshold, threshold); attempt++)
            {
                source.Fill(firstRow + row, attempt, again ??= new float[source.LatentSize]);
                for (var i = 0; i < latent.Length; i++)
                {
                    if (MathF.Abs(latent[i]) > threshold) latent[i] = again[i];
                }
            }
        }
    }

    /// <summary>Checks what a caller asks for, and writes the vectors.</summary>
    /// <exception cref="ArgumentException">A number is out of its range, or the length does not fit.</exception>
    public static void Draw(LatentSource source, Span<float> latents, long firstRow, float threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        if (latents.Length % source.LatentSize != 0)
        {
            throw new ArgumentException(
                $"The latents must have {source.LatentSize} values a row, but had {latents.Length} values in all.", nameof(latents));
        }
        if (!(threshold >= LeastThreshold))
        {
            throw new ArgumentOutOfRangeException(
                nameof(threshold), FormattableString.Invariant($"The threshold must be at least {LeastThreshold}, but was {threshold}. ") +
                "For samples that are more alike, scale the latents by LatentSpace.Truncate.");
        }
        Fill(source, firstRow, threshold, latents);
    }
}
