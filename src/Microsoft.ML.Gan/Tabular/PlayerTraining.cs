using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Rows;
using Microsoft.ML.Gan.Training.Loop;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>The training of a table's players: its batches, and the quality that held-out rows measure.</summary>
internal sealed class PlayerTraining : IRecoverable, IDisposable
{
    private readonly TableBatches _batches;
    private readonly Tensor _heldOut;
    private readonly HeldOutQuality _quality;
    private readonly TrainingRun _run;

    public PlayerTraining(
        TabularGanTrainer.Options options, TrainingSettings settings, EncodedRows rows, HeldOutSplit split, TabularDiscriminatorNetwork discriminator,
        TabularGeneratorNetwork generator, NoiseSource noise, Device device)
    {
        _batches = new TableBatches(rows, split.Training, settings.BatchSize, options.ConditionedShare, noise, device);
        _heldOut = _batches.Encode(split.HeldOut).DetachFromDisposeScope();
        _quality = new HeldOutQuality(rows.Schema, generator, _heldOut, noise, settings.LatentSize);
        _run = new TrainingRun(settings, discriminator, generator, _batches, noise, device, average => _quality.Watch(average, options.Patience));
    }

    /// <value>Whether there is nothing more to train.</value>
    public bool IsOver => _run.IsOver;

    public int RateHalvings { get => _run.RateHalvings; set => _run.RateHalvings = value; }

    /// <summary>Trains the players; the generator is left with the weights that held-out rows like best.</summary>
    /// <param name="report">Is told of each report, when no round is half done: the state may be saved.</param>
    public GanTrainingHistory Run(Action<GanProgress> report) => _run.Run(report);

    public void Save(StateWriter to) => _run.Save(to);

    public void Load(StateReader from) => _run.Load(from);

    public void Dispose()
    {
        _run.Dispose();
        _quality.Dispose();
        _heldOut.Dispose();
        _batches.Dispose();
    }
}
