using System.Globalization;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Rows;
using Microsoft.ML.Gan.Training.State;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>Learns the sweep that draws cells anew: trains the dependency network, then calibrates it on rows of a generator.</summary>
internal sealed class GibbsLearning : IResumable, IDisposable
{
    private const int RoundsPerStep = 2;                              // of the generator's training

    private readonly EncodedRows _rows;
    private readonly HeldOutSplit _split;
    private readonly int _batchSize;
    private readonly NoiseSource _noise;
    private readonly Device _device;
    private readonly DependencyNetwork _network;
    private DependencyTraining? _training;

    public GibbsLearning(EncodedRows rows, HeldOutSplit split, int batchSize, NoiseSource noise, Device device)
    {
        (_rows, _split, _batchSize, _noise, _device) = (rows, split, batchSize, noise, device);
        _network = new DependencyNetwork(rows.Schema);
        _network.to(device);
    }

    /// <summary>The sweep; null if its training was cancelled, or has diverged.</summary>
    /// <param name="rounds">The rounds that the generator was trained for.</param>
    /// <param name="generator">Makes the rows that are swept over.</param>
    /// <param name="latentSize">The length of its latent vectors.</param>
    /// <param name="maps">Of its numbers.</param>
    /// <param name="report">Is told of each report, when no step is half done: the state may be saved.</param>
    /// <param name="log">Is told what comes next.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public GibbsSweep? Learn(
        int rounds, IRowGenerator generator, int latentSize, IReadOnlyList<QuantileMap> maps, Action<string> report, Action<string> log,
        CancellationToken cancellationToken)
    {
        using var scope = NewDisposeScope();
        _training ??= Training(Math.Max(1, rounds / RoundsPerStep));
        log(string.Create(
            CultureInfo.InvariantCulture,
            $"Learning each category and each number of few values by all other cells of their row, in {_training.Steps:N0} steps."));
        if (!_training.Run(report, cancellationToken))
        {
            log("That was cancelled, or diverged: rows are as the generator makes them.");
            return null;
        }
        using var rows = Calibration.Rows(_rows.Schema, _rows.Count, generator, latentSize, _noise);
        DependencyCalibration.Calibrate(_rows.Schema, _network, rows, maps, _noise, _device);
        return new GibbsSweep(_rows.Schema, _network);
    }

    /// <summary>Writes the training, which has begun.</summary>
    public void Save(StateWriter to)
    {
        to.Write("steps", _training!.Steps);
        to.Write("training", _training);
    }

    public void Load(StateReader from)
    {
        _training = Training(from.Read<int>("steps"));
        from.Read("training", _training);
    }

    public void Dispose()
    {
        _training?.Dispose();
        _network.Dispose();
    }

    private DependencyTraining Training(int steps)
    {
        var batches = new TableBatches(_rows, _split.Training, _batchSize, conditionedShare: 0, _noise, _device, isCentred: true);
        return new DependencyTraining(_network, batches, _batchSize, batches.Encode(_split.HeldOut).DetachFromDisposeScope(), steps, _noise, _device);
    }
}
