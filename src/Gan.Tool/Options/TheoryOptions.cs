using Gan.Tool.Data;
using Microsoft.ML.Gan;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Tool.Options;

/// <summary>How the theory's games are trained.</summary>
internal static class TheoryOptions
{
    public const int LineRows = 50_000;

    /// <summary>The rounds after which the ring is shown.</summary>
    public static IReadOnlyList<int> RingRounds { get; } = [25, 100, 250, 500, 1_000, 4_000];

    /// <summary>
    /// Trains D alone: the generator is the fixed map z ↦ mean + deviation · z, and its learning rate too small to move a single bit of it.
    /// </summary>
    public static GanTrainer.Options FixedGenerator(NormalMixture fake, IReadOnlyList<float> real, int seed, CancellationToken cancellationToken)
    {
        var mean = real.Average();                                        // the networks see the rows with mean 0 and deviation 1
        var deviation = Math.Sqrt(real.Average(value => Math.Pow(value - mean, 2)));
        return new()
        {
            LatentSize = 1,
            Architecture = GanArchitectures.Custom(
                (_, _) => Affine(fake.Deviation / deviation, (fake.Means[0][0] - mean) / deviation),
                inputShape => GanArchitectures.Mlp(64, 2).BuildDiscriminator(inputShape)),
            Loss = GanLosses.Minimax,
            Regularizer = GanRegularizers.None,
            BatchSize = 512,
            Epochs = int.MaxValue,
            MaxRounds = 1_500,
            DiscriminatorLearningRate = 1e-3,
            GeneratorLearningRate = 1e-30,
            LearningRateSchedule = GanSchedule.Cosine(1),
            EmaHalfLifeInSamples = null,
            Seed = seed,
            CancellationToken = cancellationToken,
        };
    }

    /// <summary>The ring after some rounds: with one seed, a longer training begins with the shorter one.</summary>
    public static GanTrainer.Options RingAfter(int rounds, int seed, CancellationToken cancellationToken) => new()
    {
        LatentSize = 4,
        Architecture = GanArchitectures.Mlp(width: 96, depth: 3),
        Regularizer = GanRegularizers.R1(0.1),
        BatchSize = 256,
        Epochs = int.MaxValue,
        MaxRounds = rounds,
        GeneratorLearningRate = 2e-3,
        DiscriminatorLearningRate = 2e-3,
        LearningRateSchedule = 1.0,
        Seed = seed,
        CancellationToken = cancellationToken,
    };

    private static Linear Affine(double weight, double bias)
    {
        var affine = nn.Linear(1, 1);
        nn.init.constant_(affine.weight!, weight);
        nn.init.constant_(affine.bias!, bias);
        return affine;
    }
}
