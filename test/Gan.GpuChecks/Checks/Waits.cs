using Microsoft.ML.Gan.Noise;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>No round waits for the device: it runs on torch's meta device, whose tensors have no values, so that reading one is an error.</summary>
/// <remarks>
/// A tensor of the CPU among those of the device is an error there too. It needs no GPU. Simultaneous rounds without a penalty read one number by
/// choice: it saves a way back through the discriminator.
/// </remarks>
internal static class Waits
{
    private const int Rounds = 2;

    public static Outcome Check(CheckedDevice device)
    {
        var (seen, unseen) = (0, new List<string>());
        foreach (var (name, options, shape) in Workloads.All)
        {
            var fault = Fault(options, shape);
            if (fault is not null && LacksKernel(fault)) fault = Fault(options with { Loss = GanLosses.Wasserstein }, shape);    // means alone
            if (fault is null) seen++;
            else if (LacksKernel(fault)) unseen.Add(name);
            else return Outcome.Fail($"{name}: {fault}");
        }
        var ofTable = TableWaits.Fault();
        if (ofTable is not null && !LacksKernel(ofTable)) return Outcome.Fail($"table: {ofTable}");
        if (ofTable is not null) unseen.Add("table");
        return Outcome.Of(seen > 0, $"none in {seen} GANs; torch can't tell of {(unseen.Count == 0 ? "none" : string.Join(", ", unseen))}");
    }

    /// <summary>Some functions, such as log σ and the gradient of a convolution, have no form for the meta device.</summary>
    private static bool LacksKernel(string fault) =>
        fault.Contains("Meta kernel", StringComparison.Ordinal) || fault.StartsWith("convolution_overrideable", StringComparison.Ordinal);

    private static string? Fault(GanTrainer.Options options, int[] shape)
    {
        try
        {
            using var noise = new NoiseSource(1, options.Prior, META);
            using var game = new TrainedGame(options, shape, META, noise, (parameters, settings) => settings.Create(parameters, META));
            game.Train(Rounds);
            return null;
        }
        catch (Exception failure)
        {
            return failure.Message.Split('\n')[0];
        }
    }
}
