using TorchSharp;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>A round of training against the same round in a loop written by hand with TorchSharp, on one thread.</summary>
internal static class Training
{
    public const string Summary = "training: the time of a round, against a loop written by hand with TorchSharp";

    private static readonly GanTrainer.Options Plain = new()
    {
        Architecture = GanArchitectures.Mlp(256, 2),
        LatentSize = 64,
        Regularizer = GanRegularizers.None,
        GeneratorLearningRate = 2e-4,
        DiscriminatorLearningRate = 2e-4,
        AdamBeta1 = 0.5,
        AdamBeta2 = 0.999,
    };

    private static readonly GanTrainer.Options Table = Plain with
    {
        LatentSize = 128,
        BatchSize = 500,
        PackSize = 10,
        Loss = GanLosses.Wasserstein,
        Regularizer = GanRegularizers.WassersteinGradientPenalty(10),
    };

    private static readonly GanTrainer.Options Images = Plain with { Architecture = GanArchitectures.Dcgan(64, 64), BatchSize = 64 };

    private static IEnumerable<TrainingWorkload> Workloads =>
    [
        Mlp(batchSize: 16, rounds: 200),
        Mlp(batchSize: 64, rounds: 150),
        Mlp(batchSize: 256, rounds: 80),
        new("MLP 128-256-256-60, WGAN-GP, packing 10, batch 500", Table, [60], Rounds: 20),
        new("DCGAN 28x28x1, batch 64", Images, [1, 28, 28], Rounds: 3),
        new("DCGAN 64x64x3, batch 64", Images with { LatentSize = 100 }, [3, 64, 64], Rounds: 1),
        new("residual 32x32x3, batch 64", Images with { Architecture = GanArchitectures.Residual(32, 1) }, [3, 32, 32], Rounds: 1),
    ];

    /// <summary>The MLP with cross-entropy and no penalty.</summary>
    public static TrainingWorkload Mlp(int batchSize, int rounds, int rowCount = 4096) =>
        new($"MLP 64-256-256-2, batch {batchSize}", Plain with { BatchSize = batchSize }, [2], rounds, rowCount);

    public static void Run(int repetitions)
    {
        torch.set_num_threads(1);
        var table = new MarkdownTable("workload", "ours / by hand: best", "median", "simultaneous / by hand: best", "median");
        foreach (var workload in Workloads)
        {
            var times = Interleaved.Measure(repetitions, workload.Ours(), workload.ByHand(), workload.Ours(GanUpdate.Simultaneous));
            var (ours, simultaneous) = (times.Of(1, 0), times.Of(1, 2));
            Console.Error.WriteLine($"{workload.Name}: {ours}; simultaneous {simultaneous}");       // the table is a long time coming
            table.Add(workload.Name, $"{ours.Best:F2}", $"{ours.Median:F2}", $"{simultaneous.Best:F2}", $"{simultaneous.Median:F2}");
        }
        Console.WriteLine("The time of a round as a share of the loop by hand; below 1, ours is faster.\n");
        table.Print();
    }
}
