using TorchSharp;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>A round of training against the same round in a loop written by hand with TorchSharp, on one thread.</summary>
internal static class Training
{
    public const string Summary = "training: the time of a round, against a loop written by hand with TorchSharp";

    private static IEnumerable<TrainingWorkload> Workloads =>
    [
        new("MLP 64-256-256-2, batch 16", GanArchitectures.Mlp(256, 2), 64, [2], 16, Rounds: 200),
        new("MLP 64-256-256-2, batch 64", GanArchitectures.Mlp(256, 2), 64, [2], 64, Rounds: 150),
        new("MLP 64-256-256-2, batch 256", GanArchitectures.Mlp(256, 2), 64, [2], 256, Rounds: 80),
        new("MLP 128-256-256-60, WGAN-GP, packing 10, batch 500", GanArchitectures.Mlp(256, 2), 128, [60], 500, Rounds: 20, IsWasserstein: true, PackSize: 10),
        new("DCGAN 28x28x1, batch 64", GanArchitectures.Dcgan(64, 64), 64, [1, 28, 28], 64, Rounds: 3),
        new("DCGAN 64x64x3, batch 64", GanArchitectures.Dcgan(64, 64), 100, [3, 64, 64], 64, Rounds: 1),
    ];

    public static void Run(int repetitions)
    {
        torch.set_num_threads(1);
        var table = new MarkdownTable("workload", "ours / by hand: best", "median", "simultaneous / by hand: best", "median");
        foreach (var workload in Workloads)
        {
            var times = Interleaved.Measure(repetitions, workload.Ours(), workload.ByHand(), workload.Ours(GanUpdate.Simultaneous));
            var (ours, simultaneous) = (times.Of(1, 0), times.Of(1, 2));
            table.Add(workload.Name, $"{ours.Best:F2}", $"{ours.Median:F2}", $"{simultaneous.Best:F2}", $"{simultaneous.Median:F2}");
        }
        Console.WriteLine("The time of a round as a share of the loop by hand; below 1, ours is faster.\n");
        table.Print();
    }
}
