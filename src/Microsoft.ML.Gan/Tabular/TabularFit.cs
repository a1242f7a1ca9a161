using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Encoding;
using Microsoft.ML.Gan.Tabular.Networks;
using Microsoft.ML.Gan.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>One fit of a table, put together from its options and data.</summary>
internal sealed class TabularFit : IDisposable
{
    private readonly TabularGanTrainer.Options _options;
    private readonly GanTrainer.Options _training;
    private readonly TableEncoding _encoding;
    private readonly Device _device;
    private readonly DisposeScope _scope;
    private readonly NoiseSource _noise;
    private readonly TabularGeneratorNetwork _generator;
    private readonly TabularDiscriminatorNetwork _discriminator;
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
        }
        _split = HeldOutSplit.Of(encoding.Table.RowCount, options.HeldOutShare, _noise);
        _training = options.Training(Math.Min(options.BatchSize, _split.Training.Count));
        _generator.to(device);
        _discriminator.to(device);
    }

    /// <summary>Trains the networks and calibrates the generator.</summary>
    public (TabularModel Model, GanTrainingHistory History) Train(Action<GanProgress> report)
    {
        using var batches = new TableBatches(_encoding, _split.Training, _training.BatchSize, _options.ConditionedShare, _noise, _device);
        using var heldOut = HeldOut(batches);
        var run = new TrainingRun(_training, _discriminator, _generator, _noise, _device);
        var history = run.Train(
            batches.Next, _split.Training.Count, report, average => new HeldOutQuality(_encoding, _generator, average, heldOut, _noise, _options));
        var scales = Calibration.Calibrate(_encoding, _generator, _options.LatentSize, _noise);
        return (new TabularModel(_encoding, _generator, _options.LatentSize, scales), history);
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
        _noise.Dispose();
        _scope.Dispose();
    }
}
