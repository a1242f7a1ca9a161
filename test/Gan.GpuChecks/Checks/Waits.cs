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
        var (count, withoutLoss) = (0, 0);
        foreach (var (name, options, shape) in Workloads.All)
        {
            if (Fault(options, shape) is { } fault)
            {
                // torch lacks some functions there: the rest of the round is run with another loss
                if (!fault.Contains("Meta kernel", StringComparison.Ordinal)) return Outcome.Fail($"{name}: {fault}");
                if (Fault(options with { Loss = GanLosses.Wasserstein }, shape) is { } other) return Outcome.Fail($"{name} with Wasserstein: {other}");
                withoutLoss++;
            }
            count++;
        }
        if (TableWaits.Fault() is { } ofTable) return Outcome.Fail($"table: {ofTable}");
        return Outcome.Of(true, $"none in {count} GANs ({withoutLoss} with the Wasserstein loss in place of their own) and a table's three trainings");
    }

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
