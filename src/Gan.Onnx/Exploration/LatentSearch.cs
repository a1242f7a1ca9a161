namespace Gan.Onnx;

/// <summary>Says how far the samples of latent vectors are from the one that is searched for.</summary>
/// <param name="latents">The vectors, one after the other.</param>
/// <param name="errors">Where their errors go. NaN is worse than any number.</param>
internal delegate void LatentErrors(ReadOnlySpan<float> latents, Span<double> errors);

/// <summary>Searches the latent space for the vector of least error, by its errors alone: at random first, then from the best of those.</summary>
internal static class LatentSearch
{
    /// <summary>The most vectors that are tried at once.</summary>
    public const int BatchSize = 256;

    /// <param name="errors">What is to be least.</param>
    /// <param name="latentSize">The length of a vector.</param>
    /// <param name="prior">Where vectors are.</param>
    /// <param name="options">How long to search.</param>
    public static LatentMatch Run(LatentErrors errors, int latentSize, LatentPrior prior, LatentSearchOptions options)
    {
        options.Require();
        var best = new BestLatent(errors, latentSize);
        var source = new LatentSource(options.Seed, latentSize, prior, LatentStream.Candidate);
        var latents = new float[Math.Min(BatchSize, options.Candidates) * latentSize];
        for (var first = 0; first < options.Candidates; first += BatchSize)
        {
            var part = latents.AsSpan(0, Math.Min(BatchSize, options.Candidates - first) * latentSize);
            TruncatedLatents.Fill(source, first, float.PositiveInfinity, part);
            best.Try(part);
        }
        var strategy = new EvolutionStrategy(best.Latent, prior, options.Offspring, options.Seed);
        for (var generation = 0; generation < options.Generations; generation++) strategy.Step(best);
        return new LatentMatch(best.Latent, best.Error);
    }
}
