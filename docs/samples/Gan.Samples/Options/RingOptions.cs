using Gan.Samples.Data;
using Microsoft.ML.Gan;

namespace Gan.Samples.Options;

/// <summary>How the ring is trained: everything there is to tune.</summary>
internal static class RingOptions
{
    public const int DefaultEpochs = 95;
    public const int Rows = 8_192;

    /// <summary>Eight Gaussians on a circle of radius 1: small, and hard enough that a GAN may forget some of them.</summary>
    public static NormalMixture Mixture { get; } = NormalMixture.OnCircle(modes: 8, radius: 1, deviation: 0.05);

    public static GanTrainer.Options Options { get; } = new()
    {
        LatentSize = 16,
        Architecture = GanArchitectures.Mlp(width: 96, fourierFeatures: 32, fourierScale: 1.4, discreteLatents: 7),
        Regularizer = GanRegularizers.Every(4, GanRegularizers.R1R2(GanSchedule.Geometric(0.5, 1e-3, over: 0.8))),
        BatchSize = 256,
        GeneratorLearningRate = 2e-3,
        DiscriminatorLearningRate = 2e-3,
        LearningRateSchedule = GanSchedule.Cosine(1),
    };
}
