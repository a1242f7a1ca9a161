using System.Diagnostics;
using Microsoft.ML.Gan.Benchmarks;
using TorchSharp;

namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>The rounds a second of a DCGAN and an MLP, against a loop written by hand with TorchSharp on the same device.</summary>
internal static class Speed
{
    private const double Least = 0.9;

    public static Outcome Check(CheckedDevice device)
    {
        var options = new GanTrainer.Options
        {
            LatentSize = 64,
            BatchSize = 64,
            Regularizer = GanRegularizers.None,
            Architecture = GanArchitectures.Mlp(device.Rounds(256, 32), 2),
        };
        var images = options with { Architecture = GanArchitectures.Dcgan(device.Rounds(64, 8)) };
        var words = new List<string>();
        var worst = double.MaxValue;
        foreach (var workload in new TrainingWorkload[]
        {
            new("MLP", options, [2], device.Rounds(100, 10), 1024), new("DCGAN 28x28", images, [1, 28, 28], device.Rounds(50, 1), 128),
        })
        {
            var (ours, byHand) = Best(device, workload.Ours(device: device.Device), workload.ByHand(device.Device));
            worst = Math.Min(worst, byHand / ours);
            words.Add($"{workload.Name} {workload.Rounds / ours:F0} rounds a second, {byHand / ours:F2} of the loop by hand");
        }
        var text = string.Join("; ", words);
        return device.IsShort ? Outcome.Of(worst > 0, text) : Outcome.Of(worst >= Least, $"{text}; {Least} wanted");
    }

    private static (double Ours, double ByHand) Best(CheckedDevice device, Action ours, Action byHand)
    {
        var best = (Ours: double.MaxValue, ByHand: double.MaxValue);
        for (var repetition = 0; repetition < device.Rounds(5, 1); repetition++)
            best = (Math.Min(best.Ours, Seconds(ours)), Math.Min(best.ByHand, Seconds(byHand)));
        return best;

        double Seconds(Action run)
        {
            Synchronize();
            var start = Stopwatch.GetTimestamp();
            run();
            Synchronize();
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        void Synchronize()
        {
            if (device.IsCuda) torch.cuda.synchronize();
        }
    }
}
