using System.Diagnostics;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>The times of several variants of one job, run in turn so that whatever else the machine does hits all of them.</summary>
internal sealed class Interleaved
{
    private readonly double[][] _seconds;   // (variants, repetitions)

    private Interleaved(double[][] seconds) => _seconds = seconds;

    /// <summary>Runs each variant once to warm it up, and then all of them in each repetition, beginning with another one each time.</summary>
    public static Interleaved Measure(int repetitions, params Action[] variants)
    {
        foreach (var variant in variants) variant();
        double[][] seconds = [.. variants.Select(_ => new double[repetitions])];
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            for (var turn = 0; turn < variants.Length; turn++)
            {
                var variant = (turn + repetition) % variants.Length;
                var start = Stopwatch.GetTimestamp();
                variants[variant]();
                seconds[variant][repetition] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
        }
        return new Interleaved(seconds);
    }

    /// <summary>The seconds of a variant's best repetition.</summary>
    public double Best(int variant) => _seconds[variant].Min();

    /// <summary>How many times as fast a variant is as another: by the best repetition of each, and the median over the repetitions.</summary>
    public Speedup Of(int variant, int other)
    {
        double[] ratios = [.. _seconds[other].Zip(_seconds[variant], (theirs, ours) => theirs / ours).Order()];
        var median = (ratios[(ratios.Length - 1) / 2] + ratios[ratios.Length / 2]) / 2;
        return new Speedup(Best(other) / Best(variant), median);
    }
}
