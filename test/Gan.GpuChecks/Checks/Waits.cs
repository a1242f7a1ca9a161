using Microsoft.ML.Gan.Noise;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>No round waits for the device: it runs on torch's meta device, whose tensors have no values, so that reading one is an error.</summary>
/// <remarks>A tensor of the CPU among those of the device is an error there too. It needs no GPU.</remarks>
internal static class Waits
{
    private const int Rounds = 2;

    public static Outcome Check(CheckedDevice device)
    {
        var count = 0;
        foreach (var (name, options, shape) in Workloads.All)
        {
            using var noise = new NoiseSource(1, options.Prior, META);
            using var game = new TrainedGame(options, shape, META, noise, (parameters, settings) => settings.Create(parameters, META));
            try
            {
                game.Train(Rounds);
            }
            catch (Exception failure)
            {
                return Outcome.Fail($"{name}: {failure.Message.Split('\n')[0]}");
            }
            count++;
        }
        return Outcome.Of(true, $"0 in {count} GANs; a simultaneous round without a penalty reads one number by choice");
    }
}
