using Microsoft.ML.Gan.Losses;

namespace Microsoft.ML.Gan;

/// <summary>The losses that a GAN can be trained with.</summary>
public static class GanLosses
{
    /// <value>Cross-entropy for D; G maximises log D(G(z)). Goodfellow et al. (2014), section 3.</value>
    public static IGanLoss NonSaturating { get; } = new NonSaturatingLoss();

    /// <value>Cross-entropy for D; G minimises log(1 − D(G(z))). Goodfellow et al. (2014), equation 1.</value>
    public static IGanLoss Minimax { get; } = new MinimaxLoss();

    /// <value>Squared distances of the logits from 1 (real) and 0 (fake). Mao et al. (2017), equation 9.</value>
    public static IGanLoss LeastSquares { get; } = new LeastSquaresLoss();

    /// <value>D separates real from fake rows by a margin. Lim and Ye (2017); Miyato et al. (2018), equations 16 and 17.</value>
    public static IGanLoss Hinge { get; } = new HingeLoss();

    /// <value>
    /// The difference of mean logits. Arjovsky et al. (2017). Wants a D of bounded slope:
    /// <see cref="GanRegularizers.WassersteinGradientPenalty"/> or <see cref="GanRegularizers.WeightClipping"/>.
    /// </value>
    public static IGanLoss Wasserstein { get; } = new WassersteinLoss();

    /// <value>Cross-entropy of the difference between a real and a fake logit. Jolicoeur-Martineau (2019); Huang et al. (2024).</value>
    public static IGanLoss RelativisticPairing { get; } = new RelativisticPairingLoss();

    /// <value>Cross-entropy of the difference between a logit and the mean logit of the other kind. Jolicoeur-Martineau (2019).</value>
    public static IGanLoss RelativisticAverage { get; } = new RelativisticAverageLoss();

    /// <summary><see cref="NonSaturating"/> with one-sided label smoothing: D is told that real rows are real with a probability below 1.</summary>
    /// <param name="realLabel">The label of real rows; that of fake ones stays 0. Default 0.9. Range: above 0.5 and up to 1 (none).</param>
    /// <remarks>Salimans et al. (2016), section 3.4.</remarks>
    /// <exception cref="ArgumentException"><paramref name="realLabel"/> is out of range.</exception>
    public static IGanLoss NonSaturatingSmoothed(double realLabel = 0.9) => realLabel is > 0.5 and <= 1
        ? new SmoothedNonSaturatingLoss(realLabel)
        : throw new ArgumentException(
            $"{nameof(realLabel)} must be above 0.5 and at most 1, but was {realLabel}. The usual label is 0.9.", nameof(realLabel));
}
