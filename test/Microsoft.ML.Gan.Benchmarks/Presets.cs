using TorchSharp;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>A round of each preset on rows of two numbers, with the preset's own networks, against a loop written by hand, on one thread.</summary>
internal static class Presets
{
    public const string Summary = "training: the time of a round of each preset, against a loop written by hand with TorchSharp";

    private const int Rounds = 30;

    public static void Run(int repetitions)
    {
        torch.set_num_threads(1);
        var table = new MarkdownTable("preset", "ours / by hand: best", "median");
        foreach (var (name, options) in GanPresets.All)
        {
            var workload = new TrainingWorkload(name, options, [2], Rounds);
            var ours = Interleaved.Measure(repetitions, workload.Ours(), workload.ByHand()).Of(1, 0);
            table.Add(name, $"{ours.Best:F2}", $"{ours.Median:F2}");
        }
        Console.WriteLine("The time of a round as a share of the loop by hand; below 1, ours is faster.\n");
        table.Print();
    }
}
