namespace Gan.Onnx;

/// <summary>The prior p(z): the distribution that latent vectors are drawn from.</summary>
public enum LatentPrior
{
    /// <summary>The standard normal distribution, N(0, I).</summary>
    Normal,

    /// <summary>The uniform distribution on (-1, 1) in every component, U(-1, 1).</summary>
    Uniform,
}
