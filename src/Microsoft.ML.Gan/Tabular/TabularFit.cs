using System.Globalization;
using Gan.Onnx;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Export;
using Microsoft.ML.Gan.Tabular.Gibbs;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Rows;
using Microsoft.ML.Gan.Tabular.Settings;
using Microsoft.ML.Gan.Training.Loop;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>One fit of a table, put together from its options and data.</summary>
internal sealed class TabularFit : IDisposable
{
    private const int RoundsPerStep = 2;                              // of the dependency network

    private readonly TabularGanTrainer.Options _options;
    private readonly TrainingSettings _training;
    private readonly TableEncoding _encoding;
    private readonly Device _device;
    private readonly DisposeScope _scope;
    private readonly NoiseSource _noise;
    private readonly TabularGeneratorNetwork _generator;
    private readonly TabularDiscriminatorNetwork _discriminator;
    private readonly DependencyNetwork? _dependencies;
    private readonly HeldOutSplit _split;

    public TabularFit(TabularGanTrainer.Options options, TableEncoding encoding, Device device)
    {
        _options = options;
        _encoding = encoding;
        _device = device;
        _scope = NewDisposeScope();
        lock (NoiseSource.GlobalGenerator)
        {
            _noise = new NoiseSource(options.Seed, LatentPrior.Normal, device);
            _generator = new TabularGeneratorNetwork(encoding, options.LatentSize, options.Width, TabularDefaults.GeneratorBlocks, _noise);
            _discriminator = new TabularDiscriminatorNetwork(encoding, options.Width, TabularDefaults.DiscriminatorDepth);
            _split = HeldOutSplit.Of(encoding.Table.RowCount, options.HeldOutShare, _noise);
            if (_split.HoldsOut && encoding.CategoryChoices.Count + encoding.DiscreteNumbers.Count > 0) _dependencies = new DependencyNetwork(encoding);
        }
        _training = options.Training(Math.Min(options.BatchSize, _split.Training.Count));
        _generator.to(device);
        _discriminator.to(device);
        _dependencies?.to(device);
    }

    /// <summary>Trains the networks and calibrates them.</summary>
    /// <param name="report">Is told of G's and D's progress.</param>
    /// <param name="log">Is told what comes next.</param>
    public (TabularModel Model, GanTrainingHistory History) Run(Action<GanProgress> report, Action<string> log)
    {
        using var batches = new TableBatches(_encoding, _split.Training, _training.BatchSize, _options.ConditionedShare, _noise, _device);
        using var heldOut = HeldOut(batches);
        using var quality = new HeldOutQuality(_encoding, _generator, heldOut, _noise, _options.LatentSize);
        var run = new TrainingRun(_training, _discriminator, _generator, _noise, _device);
        var history = run.Run(batches.Next, _split.Training.Count, report, average => quality.Watch(average, _options.Patience));
        var scales = Calibration.Calibrate(_encoding, _generator, _options.LatentSize, _noise);
        var isSwept = _dependencies is not null && !history.WasCancelled && LearnDependencies(_dependencies, Math.Max(1, history.Rounds / RoundsPerStep), scales, log);
        return (new TabularModel(_encoding, _generator, _options.LatentSize, scales, isSwept ? _dependencies : null), history);
    }

    /// <summary>Trains and calibrates the dependency network; false if that was cancelled.</summary>
    private bool LearnDependencies(DependencyNetwork dependencies, int steps, IReadOnlyList<QuantileMap> scales, Action<string> log)
    {
        log(string.Create(CultureInfo.InvariantCulture, $"Learning each category and each number of few values by all other cells of their row, in {steps:N0} steps."));
        using var scope = NewDisposeScope();
        using var batches = new TableBatches(_encoding, _split.Training, _training.BatchSize, conditionedShare: 0, _noise, _device, isCentred: true);
        using var training = new DependencyTraining(dependencies, batches, _training.BatchSize, HeldOut(batches), steps, _noise, _device);
        var isTrained = training.Run(log, _options.CancellationToken);
        if (isTrained)
            DependencyCalibration.Calibrate(_encoding, dependencies, Calibration.Rows(_encoding, _generator, _options.LatentSize, _noise), scales, _noise, _device);
        else
            log("That was cancelled, or diverged: rows are as the generator makes them.");
        return isTrained;
    }

    private Tensor HeldOut(TableBatches batches)
    {
        using var scope = NewDisposeScope();
        var rows = tensor(_split.HeldOut.Select(row => (long)row).ToArray(), device: _device);
        return batches.Encode(rows, zeros(rows.shape[0], _encoding.Choices.Count, device: _device)).Rows.MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        _generator.Dispose();
        _discriminator.Dispose();
        _dependencies?.Dispose();
        _noise.Dispose();
        _scope.Dispose();
    }
}
