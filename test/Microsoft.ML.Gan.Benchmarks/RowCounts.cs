using System.Diagnostics;
using Gan.Onnx;
using Microsoft.ML.Gan.Noise;
using TorchSharp;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>A round on few and on many rows of training data, on one thread.</summary>
internal static class RowCounts
{
    public const string Summary = "training: the time of a round on 1,000, 100,000 and 1,000,000 rows";

    private const int BatchSize = 64;
    private const int Rounds = 50;

    public static void Run(int repetitions)
    {
        torch.set_num_threads(1);
        int[] counts = [1_000, 100_000, 1_000_000];
        Action[] variants = [.. counts.Select(count => Training.Mlp(BatchSize, Rounds, count).Ours())];
        var times = Interleaved.Measure(repetitions, variants);
        var table = new MarkdownTable("rows", "a round / a round on 1,000 rows: best", "median", "a round's share of an epoch's new order / a round");
        for (var i = 0; i < counts.Length; i++)
        {
            var ratio = times.Of(0, i);
            table.Add(
                $"{counts[i]:N0}", $"{ratio.Best:F2}", $"{ratio.Median:F2}",
                    $"{SecondsOfOrder(counts[i], repetitions) * BatchSize / counts[i] / (times.Best(i) / Rounds):P2}");
        }
        table.Print();
    }

    /// <summary>The time to draw a new order of all rows, which each epoch begins with.</summary>
    private static double SecondsOfOrder(int rows, int repetitions)
    {
        using var noise = new NoiseSource(1, LatentPrior.Normal, torch.CPU);
        return Enumerable.Range(0, repetitions).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            using var order = noise.Permutation(rows);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
    }
}
