using Gan.Onnx;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Export;
using Microsoft.ML.Gan.Tabular.Gibbs;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Rows;
using Microsoft.ML.Gan.Tabular.Settings;
using Microsoft.ML.Gan.Tabular.Tables;
using Microsoft.ML.Gan.Training.Loop;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>One fit of a table, in nine steps: from its rows to what the exporter writes.</summary>
internal sealed class TabularFit : IDisposable
{
    private readonly TabularGanTrainer.Options _options;
    private readonly TrainingSettings _training;
    private readonly EncodedRows _rows;
    private readonly Device _device;
    private readonly DisposeScope _scope;
    private readonly NoiseSource _noise;
    private readonly HeldOutSplit _split;
    private readonly TabularGeneratorNetwork _generator;
    private readonly TabularDiscriminatorNetwork _discriminator;
    private readonly GibbsLearning? _sweep;

    public static EncodedRows Read(TabularGanTrainer.Options options, IDataView data)
    {
        var table = new TableReader(options.ColumnNames, options.ColumnRoles).Read(data, options.CancellationToken);     // 1 columns of values
        return TableSchema.Learn(table);           // 2 the schema: choices and numbers; 3 the rows, as slots and ranks
    }

    public TabularFit(TabularGanTrainer.Options options, EncodedRows rows, Device device)
    {
        (_options, _rows, _device) = (options, rows, device);
        _scope = NewDisposeScope();
        lock (NoiseSource.GlobalGenerator)
        {
            _noise = new NoiseSource(options.Seed, LatentPrior.Normal, device);
            _generator = new TabularGeneratorNetwork(rows.Schema, options.LatentSize, options.Width, TabularDefaults.GeneratorBlocks, _noise);
            _discriminator = new TabularDiscriminatorNetwork(rows.Schema, options.Width, TabularDefaults.DiscriminatorDepth);
            _split = HeldOutSplit.Of(rows.Count, options.HeldOutShare, _noise);                                           // 4 training | held out
            if (_split.HoldsOut && DependencyNetwork.HasChoicesToDraw(rows.Schema)) _sweep = new GibbsLearning(rows, _split, _noise, device);
        }
        _generator.to(device);                                                                                           // 5 the players
        _discriminator.to(device);
        _training = options.Training(Math.Min(options.BatchSize, _split.Training.Count));
    }

    /// <param name="report">Is told of G's and D's progress.</param>
    /// <param name="log">Is told what comes next.</param>
    public (TabularModel Model, GanTrainingHistory History) Run(Action<GanProgress> report, Action<string> log)
    {
        var history = TrainPlayers(report);        // 6 algorithm 1; keeps the weights that held-out rows like best
        // 7 shares and quantiles put right
        var maps = Calibration.Calibrate(_rows.Schema, _generator, _options.LatentSize, _noise);
        var sweep = history.WasCancelled ? null    // 8 each choice drawn anew by all other cells, or null
            : _sweep?.Learn(history.Rounds, _training.BatchSize, _generator, _options.LatentSize, maps, log, _options.CancellationToken);
        return (new TabularModel(_rows.Schema, _generator, _options.LatentSize, maps, sweep), history);                  // 9 what is written
    }

    private GanTrainingHistory TrainPlayers(Action<GanProgress> report)
    {
        using var batches = new TableBatches(_rows, _split.Training, _training.BatchSize, _options.ConditionedShare, _noise, _device);
        using var heldOut = batches.Encode(_split.HeldOut);
        using var quality = new HeldOutQuality(_rows.Schema, _generator, heldOut, _noise, _options.LatentSize);
        var run = new TrainingRun(_training, _discriminator, _generator, _noise, _device);
        return run.Run(batches, report, average => quality.Watch(average, _options.Patience));
    }

    public void Dispose()
    {
        _generator.Dispose();
        _discriminator.Dispose();
        _sweep?.Dispose();
        _noise.Dispose();
        _scope.Dispose();
    }
}
