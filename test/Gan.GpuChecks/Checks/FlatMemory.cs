using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Training.Optimizers;
using TorchSharp;

namespace Microsoft.ML.Gan.GpuChecks.Checks;

/// <summary>The tensors that live after many rounds are those after a few, and so is the process's memory.</summary>
internal static class FlatMemory
{
    private const double Tolerance = 0.1;                             // a garbage collection may come late

    public static Outcome Check(CheckedDevice device)
    {
        var (_, options, shape) = Workloads.All.First();
        using var noise = new NoiseSource(1, options.Prior, device.Device);
        using var game = new TrainedGame(
            options, shape, device.Device, noise, (IReadOnlyList<TorchSharp.Modules.Parameter> parameters, AdamSettings settings) =>
                settings.Create(parameters, device.Device));
        var rounds = device.Rounds(3000, 200);
        game.Train(rounds);
        var (tensors, memory) = (DisposeScopeManager.Statistics.ThreadTotalLiveCount, Environment.WorkingSet);
        game.Train(rounds);
        var (moreTensors, growth) = (DisposeScopeManager.Statistics.ThreadTotalLiveCount - tensors, (double)Environment.WorkingSet / memory - 1);
        return Outcome.Of(
            moreTensors == 0 && growth <= Tolerance,
            $"{rounds} rounds more: {moreTensors} tensors more, {growth:P1} of the process's memory; 0 and {Tolerance:P0} allowed");
    }
}
