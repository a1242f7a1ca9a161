using Microsoft.ML.Gan;

namespace Gan.Samples.Options;

/// <summary>How the ring is trained: everything there is to tune.</summary>
internal static class RingOptions
{
    public const int DefaultEpochs = 60;
    public const int Rows = 8_192;

    public static GanTrainer.Options For(TrainingRun run) => new()
    {
        LatentSize = 2,
        Architecture = GanArchitectures.Mlp(width: 96, depth: 4),
        Regularizer = GanRegularizers.R1(0.05),
        BatchSize = 128,
        GeneratorLearningRate = 2e-3,
        DiscriminatorLearningRate = 2e-3,
        Epochs = run.Epochs,
        Seed = run.Seed,
        Device = run.Device,
        Progress = run.Progress,
        CancellationToken = run.CancellationToken,
    };
}
