using System.Diagnostics;
using TorchSharp;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>What a long run holds and costs as it goes on: 10,000 rounds, read every 100 as in a fit.</summary>
internal static class LongRuns
{
    public const string Summary = "training: resident memory, live tensors and the time of a round over 10,000 rounds";

    private const int RoundsPerRead = 100;

    private static readonly int[] Stops = [1_000, 2_000, 5_000, 10_000];

    /// <param name="repetitions">Runs, one after the other in this process.</param>
    public static void Run(int repetitions)
    {
        torch.set_num_threads(1);
        var table = new MarkdownTable("run", "rounds", "resident MB", "live tensors", "a round / a round before 1,000: best 100 rounds");
        for (var run = 1; run <= repetitions; run++)
        {
            var rounds = Training.Mlp(batchSize: 16, RoundsPerRead).Ours();
            var (done, first) = (0, 0.0);
            foreach (var stop in Stops)
            {
                var best = double.MaxValue;
                for (; done < stop; done += RoundsPerRead)
                {
                    var start = Stopwatch.GetTimestamp();
                    rounds();
                    best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
                }
                if (stop == Stops[0]) first = best;
                table.Add(
                    run, $"{stop:N0}", $"{Environment.WorkingSet / 1e6:F0}", DisposeScopeManager.Statistics.ThreadTotalLiveCount,
                        $"{best / first:F2}");
            }
        }
        table.Print();
    }
}
