using Microsoft.ML.Gan;

namespace Gan.Tool.Options;

/// <summary>How the digits are trained: everything there is to tune.</summary>
internal static class DigitsOptions
{
    public const int DefaultEpochs = 200;

    public static GanTrainer.Options Options { get; } = new()
    {
        LabelColumnName = "Label",
        LatentSize = 32,
        Architecture = GanArchitectures.Dcgan(64, 64),
        Regularizer = GanRegularizers.R1(0.1),
        BatchSize = 64,
        GeneratorLearningRate = 8e-4,
        DiscriminatorLearningRate = 8e-4,
        LearningRateSchedule = GanSchedule.Cosine(1),
    };
}
