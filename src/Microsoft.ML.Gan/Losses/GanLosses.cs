using Microsoft.ML.Gan.Losses;

namespace Microsoft.ML.Gan;

/// <summary>The losses that a GAN can be trained with.</summary>
public static class GanLosses
{
    /// <value>Cross-entropy for D; G maximises log D(G(z)). Goodfellow et al. (2014), section 3.</value>
    public static IGanLoss NonSaturating { get; } = new NonSaturatingLoss();

    /// <value>Cross-entropy for D; G minimises log(1 − D(G(z))). Goodfellow et al. (2014), equation 1.</value>
    public static IGanLoss Minimax { get; } = new MinimaxLoss();
}
