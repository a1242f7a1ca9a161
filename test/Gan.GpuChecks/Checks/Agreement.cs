using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>Every architecture, loss and penalty: rounds on the device against the same rounds on the CPU.</summary>
/// <remarks>
/// Weights, rows and noise are the same, and the optimiser of devices is compared with that of the CPU. CUDA adds in another order, and may round
/// convolutions to TF32; Adam makes whole steps of small gradients. So weights must agree in the mean to a share of the way they went.
/// </remarks>
internal static class Agreement
{
    private const int Rounds = 3;
    private const double Tolerance = 0.05;

    public static Outcome Check(CheckedDevice device)
    {
        var worst = (Share: 0.0, Name: "none");
        var count = 0;
        foreach (var (name, options, shape) in Workloads.All)
        {
            var start = Weights(options, shape, CPU, 0, OnCpu);
            var expected = Weights(options, shape, CPU, Rounds, OnCpu);
            var actual = Weights(options, shape, device.Device, Rounds, OnDevice);
            var share = Distance(expected, actual) / Distance(start, expected);
            if (!(share <= worst.Share)) worst = (share, name);
            count++;
        }
        return Outcome.Of(
            worst.Share <= Tolerance, $"{count} GANs differ by at most {worst.Share:P3} of the way ({worst.Name}); {Tolerance:P0} allowed");
    }

    private static CpuAdam OnCpu(IReadOnlyList<TorchSharp.Modules.Parameter> parameters, AdamSettings settings) => new(parameters, settings);

    private static DeviceAdam OnDevice(IReadOnlyList<TorchSharp.Modules.Parameter> parameters, AdamSettings settings) => new(parameters, settings);

    private static float[] Weights(
        GanTrainer.Options options, int[] shape, Device device, int rounds,
        Func<IReadOnlyList<TorchSharp.Modules.Parameter>, AdamSettings, IOptimizer> adam)
    {
        using var noise = new SharedNoise(device);
        using var game = new TrainedGame(options, shape, device, noise, adam, isFlat: adam == OnDevice);
        game.Train(rounds);
        return game.Weights();
    }

    private static double Distance(float[] x, float[] y) => x.Zip(y, (a, b) => Math.Abs((double)a - b)).Average();
}
