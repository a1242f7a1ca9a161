using System.Globalization;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Rows;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>Learns the sweep that draws cells anew: trains the dependency network, then calibrates it on rows of a generator.</summary>
internal sealed class GibbsLearning : IDisposable
{
    private const int RoundsPerStep = 2;                              // of the generator's training

    private readonly EncodedRows _rows;
    private readonly HeldOutSplit _split;
    private readonly NoiseSource _noise;
    private readonly Device _device;
    private readonly DependencyNetwork _network;

    public GibbsLearning(EncodedRows rows, HeldOutSplit split, NoiseSource noise, Device device)
    {
        (_rows, _split, _noise, _device) = (rows, split, noise, device);
        _network = new DependencyNetwork(rows.Schema);
        _network.to(device);
    }

    /// <summary>The sweep; null if its training was cancelled, or has diverged.</summary>
    /// <param name="rounds">The rounds that the generator was trained for.</param>
    /// <param name="batchSize">The rows of a batch.</param>
    /// <param name="generator">Makes the rows that are swept over.</param>
    /// <param name="latentSize">The length of its latent vectors.</param>
    /// <param name="maps">Of its numbers.</param>
    /// <param name="log">Is told what comes next.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public GibbsSweep? Learn(
        int rounds, int batchSize, IRowGenerator generator, int latentSize, IReadOnlyList<QuantileMap> maps, Action<string> log,
            CancellationToken cancellationToken)
    {
        using var scope = NewDisposeScope();
        var steps = Math.Max(1, rounds / RoundsPerStep);
        log(string.Create(
            CultureInfo.InvariantCulture,
                $"Learning each category and each number of few values by all other cells of their row, in {steps:N0} steps."));
        using var batches = new TableBatches(_rows, _split.Training, batchSize, conditionedShare: 0, _noise, _device, isCentred: true);
        using var training = new DependencyTraining(_network, batches, batchSize, batches.Encode(_split.HeldOut), steps, _noise, _device);
        if (!training.Run(log, cancellationToken))
        {
            log("That was cancelled, or diverged: rows are as the generator makes them.");
            return null;
        }
        DependencyCalibration.Calibrate(_rows.Schema, _network, Calibration.Rows(_rows.Schema, generator, latentSize, _noise), maps, _noise, _device);
        return new GibbsSweep(_rows.Schema, _network);
    }

    public void Dispose() => _network.Dispose();
}
