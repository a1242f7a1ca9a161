using System.Runtime.InteropServices;
using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Loop;
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
    private const int RowsToCheck = 256;

    private readonly GanTrainer.Options _options;
    private readonly Device _device;
    private readonly DisposeScope _scope;
    private readonly NoiseSource _noise;
    private readonly ResidentRows _rows;
    private readonly TrainingRun _run;

    /// <summary>Seeds the randomness and builds the networks.</summary>
    /// <exception cref="ArgumentException">The architecture's networks do not fit the data's shape.</exception>
    public GanFit(GanTrainer.Options options, NetworkChoice networks, TrainingData data, Device device)
    {
        _options = options;
        _device = device;
        _scope = NewDisposeScope();
        lock (NoiseSource.GlobalGenerator)
        {
            _noise = new NoiseSource(options.Seed, options.Prior, device);
            try
            {
                Model = Build(options, networks, data, device);
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
        _rows = Resident(data);
        SomeRows = _rows.First(RowsToCheck);
        _run = new TrainingRun(options.Training(), Model.Discriminator, Model.Generator, _rows, _noise, device);
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

    public void Save(StateWriter to)
    {
        to.Write("run", _run);
        to.Write("watch", Watch);
    }

    public void Load(StateReader from)
    {
        from.Read("run", _run);
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

    private static GanModel Build(GanTrainer.Options options, NetworkChoice networks, TrainingData data, Device device)
    {
        var ((architecture, shape, _), classCount) = (networks, data.Schema.ClassNames.Count);
        var model = new GanModel(
            GanNetwork.Discriminator(architecture, shape, classCount, options.PackSize).to(device),
            GanNetwork.Generator(architecture, options.LatentSize, shape, classCount).to(device),
            data.Schema, FeatureScaling.Fit(data.Values, data.Schema.Shape, architecture.Range, shape), options.LatentSize, options.Prior);
        NetworkChecks.Check(architecture, model, device);
        NetworkChecks.Check(options.Augmentation, shape, device);
        if (options.Update == GanUpdate.Simultaneous) RefuseBatchNormalization(model.Discriminator);
        return model;
    }

    /// <summary>The data as one tensor on the device, in the networks' units.</summary>
    private ResidentRows Resident(TrainingData data)
    {
        using var scope = NewDisposeScope();
        var rows = Model.Scaling.ToNetwork(tensor(data.Values, data.Schema.ShapeOf(data.RowCount), device: _device));
        var classes = data.Schema.HasClasses ? tensor(data.Classes, device: _device).MoveToOuterDisposeScope() : null;
        return new ResidentRows(rows.MoveToOuterDisposeScope(), classes, _options.BatchSize, _noise);
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
