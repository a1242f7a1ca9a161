using System.Runtime.InteropServices;
using Gan.Onnx;
using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Checkpoints;
using Microsoft.ML.Gan.Training.Loop;
using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Training.State;
using Microsoft.ML.Gan.Vectors.Batches;
using Microsoft.ML.Gan.Vectors.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>One fit, put together from its options and data.</summary>
internal sealed class GanFit : IRecoverable, IDisposable
{
    private const int Measurements = 30;                              // by the user's measure
    private const string Training = "run", Scaling = "scaling";         // parts of the state

    private readonly GanTrainer.Options _options;
    private readonly Func<byte[], GeneratorTransformer> _open;
    private readonly DisposeScope _scope;
    private readonly NoiseSource _noise;
    private readonly ITrainingRows _rows;
    private readonly RowEncoding _encoding;
    private readonly TrainingRun _run;

    /// <summary>Seeds the randomness and builds the networks.</summary>
    /// <param name="options">The options.</param>
    /// <param name="networks">The architecture.</param>
    /// <param name="data">The rows.</param>
    /// <param name="before">The fit with whose networks this one begins; null for none.</param>
    /// <param name="device">Where it is trained.</param>
    /// <param name="open">Opens the generator of a moment.</param>
    /// <exception cref="ArgumentException">The architecture's networks do not fit the data's shape, or the fit before.</exception>
    public GanFit(
        GanTrainer.Options options, NetworkChoice networks, TrainingData data, SavedFit? before, Device device,
        Func<byte[], GeneratorTransformer> open)
    {
        _options = options;
        _open = open;
        _scope = NewDisposeScope();
        lock (NoiseSource.GlobalGenerator)
        {
            _noise = new NoiseSource(options.Seed, options.Prior, device);
            try
            {
                Model = Build(options, networks, data, before, device);
            }
            catch (Exception failure)
            {
                Dispose();
                if (failure is not ExternalException) throw;
                throw new ArgumentException(
                    $"The networks of architecture '{networks.Architecture.Name}' must be such as torch can make, but it failed: " +
                    $"{failure.Message.Split('\n')[0]}. If memory is short, lower {nameof(options.LatentSize)} or take smaller networks.", failure);
            }
        }
        _encoding = new RowEncoding(data.Source.Features.Format, data.Schema, Model.Scaling, device);
        var (values, classes) = data.First.Empty().First();
        SomeRows = _encoding.ToBatch(values, classes);
        _rows = data.IsHeld ? Resident(data.Held) : Streamed(data);
        _run = new TrainingRun(options.Training(), Model.Discriminator, Model.Generator, _rows, _noise, device, Best());
    }

    public GanModel Model { get; }

    /// <value>A few of the rows, in the networks' units.</value>
    public Batch SomeRows { get; }

    /// <value>Warns of failing.</value>
    public TrainingWatch Watch { get; } = new();

    public int RateHalvings { get => _run.RateHalvings; set => _run.RateHalvings = value; }

    /// <summary>Trains the networks, and leaves them in inference mode, the generator with its averaged weights.</summary>
    /// <param name="report">Is told of each report, when no round is half done: the fit may be saved.</param>
    public GanTrainingHistory Run(Action<GanProgress> report) => _run.Run(report);

    /// <summary>The generator of this moment, with its averaged weights.</summary>
    public GeneratorTransformer CreateGenerator() => _run.WithAverage(Open);

    public void Save(StateWriter to)
    {
        to.Write(Training, _run);
        to.Write("watch", Watch);
        Model.Scaling.Save(to.Section(Scaling));
    }

    public void Load(StateReader from)
    {
        from.Read(Training, _run);
        from.Read("watch", Watch);
    }

    public void Dispose()
    {
        _run?.Dispose();
        Model?.Dispose();
        _rows?.Dispose();
        _noise.Dispose();
        _scope.Dispose();
    }

    private GeneratorTransformer Open() => _open(GanExporter.Generator(Model));

    /// <summary>Keeps the weights that the user's measure likes best; null where there is none.</summary>
    private Func<WeightAverage, BestWeights>? Best() => _options.KeepBest is not { } score ? null : average => new BestWeights(
        average, () => _options.Ranks.FromFirst(() =>
        {
            using var generator = Open();
            return score(generator);
        }), Measurements, patience: double.PositiveInfinity);

    private static GanModel Build(
        GanTrainer.Options options, NetworkChoice networks, TrainingData data, SavedFit? before, Device device)
    {
        var ((architecture, shape, _), classCount) = (networks, data.Schema.ClassNames.Count);
        before?.Require(nameof(options.FineTuneFrom), DataFacts.FormOf(data).ToDictionary(fact => fact.Name, fact => fact.Value));
        var scaling = FeatureScaling.Fit(data.Statistics, data.Schema.Shape, architecture.Range, shape);
        var model = new GanModel(
            GanNetwork.Discriminator(architecture, shape, classCount, options.PackSize).to(device),
            GanNetwork.Generator(architecture, options.LatentSize, shape, classCount).to(device),
            data.Schema, before is null ? scaling : scaling.As(new StateReader(before.State).Section(Scaling)), options.LatentSize, options.Prior);
        before?.GiveWeights(nameof(options.FineTuneFrom), Training, model.Discriminator, model.Generator);
        FrozenLayers.Freeze(model.Discriminator, options.FrozenDiscriminatorLayers);
        NetworkChecks.Check(architecture, model, device);
        NetworkChecks.Check(options.Augmentation, shape, device);
        if (options.Update == GanUpdate.Simultaneous) RefuseBatchNormalization(model.Discriminator);
        return model;
    }

    /// <summary>The data as one tensor on the device.</summary>
    private ResidentRows Resident(RowStore held)
    {
        var (rows, classes) = _encoding.LoadAll(held);
        return new(
            rows, classes, _options.BatchSize, _noise, _options.Ranks, _options.ShuffleBufferRows, _encoding.IsAhead ? null : _encoding.Encode);
    }

    /// <summary>The data as it is read, pass after pass.</summary>
    private StreamedRows Streamed(TrainingData data)
    {
        var buffer = data.Held;
        buffer.Resize(_options.ShuffleBufferRows ?? data.RowCount);
        return new(
            data.Source, data.RowCount, buffer, _options.BatchSize, _noise, _options.Ranks,
            batch => _encoding.ToBatch(batch.Values, batch.Classes), _options.CancellationToken);
    }

    /// <remarks>Its statistics would have to be those of real rows or of fake ones alone, and the running ones are taken twice.</remarks>
    private static void RefuseBatchNormalization(GanNetwork discriminator)
    {
        if (discriminator.modules().Any(layer => layer is BatchNorm1d or BatchNorm2d))
        {
            throw new ArgumentException(
                "The discriminator must have no batch normalization for simultaneous updates, but has. " +
                "Use GanUpdate.Alternating, or another normalization.");
        }
    }
}
