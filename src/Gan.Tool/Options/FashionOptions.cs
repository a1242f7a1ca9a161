using Microsoft.ML.Gan;

namespace Gan.Tool.Options;

/// <summary>How Fashion-MNIST is trained: everything there is to tune.</summary>
internal static class FashionOptions
{
    public const int DefaultEpochs = 10;

    public static GanTrainer.Options Options { get; } = new()
    {
        LabelColumnName = "Label",
        LatentSize = 64,
        Architecture = GanArchitectures.Dcgan(32, 32),
        Regularizer = GanRegularizers.R1(0.1),
        BatchSize = 64,
        GeneratorLearningRate = 8e-4,
        DiscriminatorLearningRate = 8e-4,
        LearningRateSchedule = GanSchedule.Cosine(1),
    };
}
