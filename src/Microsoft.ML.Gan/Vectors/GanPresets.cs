using Gan.Onnx;

namespace Microsoft.ML.Gan;

/// <summary>
/// Published settings, and two of this library, as options to start from: <c>GanPresets.WassersteinGradientPenalty with { Epochs = 20 }</c>.
/// </summary>
/// <remarks>
/// The networks come from the sample's shape (an MLP or a DCGAN) unless the preset is about the networks. The optimiser is Adam throughout, at
/// Radford et al.'s rate of 0.0002 where the paper has no other: where it used another optimiser, the preset says so. Weights are averaged only where
/// the paper did.
/// </remarks>
public static class GanPresets
{
    private static readonly GanTrainer.Options Published = new()
    {
        Architecture = GanArchitectures.ByShape(),
        Regularizer = GanRegularizers.None,
        BatchSize = 64,
        GeneratorLearningRate = 2e-4,
        DiscriminatorLearningRate = 2e-4,
        LearningRateSchedule = 1.0,
        AdamBeta2 = 0.999,
        EmaHalfLifeInSamples = null,
    };

    /// <value>The first GAN: non-saturating loss, no penalty. Goodfellow et al. (2014); they used momentum.</value>
    public static GanTrainer.Options Vanilla { get; } = Published;

    /// <value>DCGAN: batch normalisation in both networks. Radford, Metz and Chintala (2015), section 4.</value>
    public static GanTrainer.Options Dcgan { get; } = Published with
    {
        Architecture = Networks(DiscriminatorNormalization.Batch),
        BatchSize = 128,
        LatentSize = 100,
        Prior = LatentPrior.Uniform,
    };

    /// <value>LSGAN: least squares. Mao et al. (2017).</value>
    public static GanTrainer.Options LeastSquares { get; } = Published with { Loss = GanLosses.LeastSquares };

    /// <value>
    /// WGAN: five discriminator steps, weights clipped to 0.01. Arjovsky, Chintala and Bottou (2017), algorithm 1; they used RMSProp, which is Adam
    /// with β₁ = 0 but for its start.
    /// </value>
    public static GanTrainer.Options Wasserstein { get; } = Published with
    {
        Loss = GanLosses.Wasserstein,
        Regularizer = GanRegularizers.WeightClipping(0.01),
        DiscriminatorSteps = 5,
        AdamBeta1 = 0,
        AdamBeta2 = 0.99,
        GeneratorLearningRate = 5e-5,
        DiscriminatorLearningRate = 5e-5,
    };

    /// <value>WGAN-GP: five discriminator steps, gradient penalty with λ = 10. Gulrajani et al. (2017), algorithm 1.</value>
    public static GanTrainer.Options WassersteinGradientPenalty { get; } = Published with
    {
        Loss = GanLosses.Wasserstein,
        Regularizer = GanRegularizers.WassersteinGradientPenalty(10),
        DiscriminatorSteps = 5,
        AdamBeta1 = 0,
        AdamBeta2 = 0.9,
        GeneratorLearningRate = 1e-4,
        DiscriminatorLearningRate = 1e-4,
    };

    /// <value>SN-GAN: hinge loss, spectral normalisation, five discriminator steps. Miyato et al. (2018), table 1, setting F.</value>
    public static GanTrainer.Options SpectralHinge { get; } = Published with
    {
        Loss = GanLosses.Hinge,
        Architecture = Networks(DiscriminatorNormalization.Spectral),
        DiscriminatorSteps = 5,
        AdamBeta1 = 0,
        AdamBeta2 = 0.9,
    };

    /// <value>DRAGAN: gradient penalty around real rows with λ = 10. Kodali et al. (2017).</value>
    public static GanTrainer.Options Dragan { get; } = Published with { Regularizer = GanRegularizers.Dragan(10) };

    /// <value>PacGAN2: the first GAN with a discriminator that judges rows in pairs. Lin et al. (2018).</value>
    public static GanTrainer.Options Pacgan { get; } = Published with { PackSize = 2 };

    /// <value>R3GAN: relativistic pairing with R1 and R2, residual networks for images. Huang et al. (2024).</value>
    public static GanTrainer.Options R3gan { get; } = Published with
    {
        Loss = GanLosses.RelativisticPairing,
        Regularizer = GanRegularizers.R1R2(1),
        AdamBeta1 = 0,
        AdamBeta2 = 0.99,
        Architecture = GanArchitectures.ByShape(GanArchitectures.Residual()),
        EmaHalfLifeInSamples = 10_000,
    };

    /// <value>
    /// Small images with many modes: R3GAN's loss and penalties for fully connected networks, with larger batches and a high, falling rate without
    /// momentum. This library's own: measured on stacked digits (docs/benchmarks.md).
    /// </value>
    public static GanTrainer.Options SmallImages { get; } = new()
    {
        Loss = GanLosses.RelativisticPairing,
        Regularizer = GanRegularizers.Every(4, GanRegularizers.R1R2(0.1)),
        Architecture = GanArchitectures.Mlp(width: 256, range: GeneratorRange.MinusOneToOne),
        BatchSize = 256,
        GeneratorLearningRate = 2e-3,
        DiscriminatorLearningRate = 2e-3,
        AdamBeta1 = 0,
    };

    /// <value>The defaults of this library.</value>
    public static GanTrainer.Options Default { get; } = new();

    /// <value>All of them by name, for programs that let their users choose.</value>
    public static IReadOnlyDictionary<string, GanTrainer.Options> All { get; } = new Dictionary<string, GanTrainer.Options>(
        StringComparer.OrdinalIgnoreCase)
    {
        ["default"] = Default,
        ["vanilla"] = Vanilla,
        ["dcgan"] = Dcgan,
        ["lsgan"] = LeastSquares,
        ["wgan"] = Wasserstein,
        ["wgan-gp"] = WassersteinGradientPenalty,
        ["sngan"] = SpectralHinge,
        ["dragan"] = Dragan,
        ["pacgan"] = Pacgan,
        ["r3gan"] = R3gan,
        ["small-images"] = SmallImages,
    };

    private static GanArchitecture Networks(DiscriminatorNormalization normalization) => GanArchitectures.ByShape(
        GanArchitectures.Dcgan(normalization: normalization), GanArchitectures.Mlp(
            spectralNormalization: normalization == DiscriminatorNormalization.Spectral));
}
