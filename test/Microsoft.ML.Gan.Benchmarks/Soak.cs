using System.Diagnostics;
using TorchSharp;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Training for a long time: live tensors must stay as many, and resident memory within 2 %.</summary>
internal static class Soak
{
    public const string Summary = "training: live tensors and resident memory over REPETITIONS minutes, and 10,000 rounds at least";

    private const int RoundsPerRead = 100, LeastRounds = 10_000, WarmUpRounds = 1_000, RoundsPerLine = 1_000;
    private const double MostGrowth = 0.02;

    /// <param name="repetitions">Minutes.</param>
    public static void Run(int repetitions)
    {
        torch.set_num_threads(1);
        var table = new MarkdownTable("minutes", "rounds", "live tensors", "resident MB");
        var rounds = Training.Mlp(batchSize: 64, RoundsPerRead).Ours();
        var start = Stopwatch.GetTimestamp();
        var (done, tensors, memory) = (0, 0L, 0L);
        var (mostTensors, mostMemory) = (0L, 0L);
        while (done < LeastRounds || Stopwatch.GetElapsedTime(start).TotalMinutes < repetitions)
        {
            rounds();
            done += RoundsPerRead;
            if (done < WarmUpRounds || done % RoundsPerLine != 0) continue;
            var (nowTensors, nowMemory) = (DisposeScopeManager.Statistics.ThreadTotalLiveCount, Environment.WorkingSet);
            if (done == WarmUpRounds) (tensors, memory) = (nowTensors, nowMemory);
            (mostTensors, mostMemory) = (Math.Max(mostTensors, nowTensors), Math.Max(mostMemory, nowMemory));
            table.Add($"{Stopwatch.GetElapsedTime(start).TotalMinutes:F1}", $"{done:N0}", nowTensors, $"{nowMemory / 1e6:F0}");
        }
        table.Print();
        var growth = (double)mostMemory / memory - 1;
        var isFlat = mostTensors == tensors && growth <= MostGrowth;
        var verdict = isFlat ? "flat" : "not flat";
        Console.WriteLine($"\nSince round {WarmUpRounds:N0}: {mostTensors - tensors} tensors more, {growth:P1} of memory: {verdict}.");
    }
}
