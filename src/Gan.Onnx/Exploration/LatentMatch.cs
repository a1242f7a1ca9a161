namespace Gan.Onnx;

/// <summary>What a search found: a latent vector, and how far its sample is from the one that was given.</summary>
public sealed class LatentMatch
{
    internal LatentMatch(float[] latent, double error) => (Latent, Error) = (latent, error);

    /// <value>The latent vector.</value>
    public ReadOnlyMemory<float> Latent { get; }

    /// <value>
    /// Of vectors and images: the root of the mean squared difference, in the units of their values. Of a table's rows: the mean difference of the
    /// compared cells, from 0, all alike, to 1.
    /// </value>
    public double Error { get; }
}
