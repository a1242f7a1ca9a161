using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Training.Loop;
using Microsoft.ML.Gan.Vectors.Batches;
using Microsoft.ML.Gan.Vectors.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>One fit, put together from its options and data.</summary>
internal sealed class GanFit : IDisposable
{
    private readonly GanTrainer.Options _options;
    private readonly Device _device;
    private readonly DisposeScope _scope;
    private readonly NoiseSource _noise;

    /// <summary>Seeds the randomness and builds the networks.</summary>
    /// <exception cref="ArgumentException">The architecture's networks do not fit the data's shape.</exception>
    public GanFit(GanTrainer.Options options, GanArchitecture architecture, TrainingData data, Device device)
    {
        _options = options;
        _device = device;
        _scope = NewDisposeScope();
        lock (NoiseSource.GlobalGenerator)
        {
            _noise = new NoiseSource(options.Seed, options.Prior, device);
            try
            {
                Model = Build(options, architecture, data, device);
            }
            catch
            {
                Dispose();
                throw;
            }
        }
    }

    public GanModel Model { get; }

    /// <summary>Trains the networks, and leaves them in inference mode, the generator with its averaged weights.</summary>
    public GanTrainingHistory Run(Action<GanProgress> report)
    {
        var (discriminator, generator, data) = (Model.Discriminator, Model.Generator, Model.Data);
        var classes = data.ClassNames.Count == 0 ? null : tensor(data.Classes, device: _device);

        using var batches = new BatchSampler(Rows(), classes, _options.BatchSize, _noise);
        var run = new TrainingRun(_options.Training(), discriminator, generator, _noise, _device);
        return run.Run(batches.Next, data.RowCount, report);
    }

    public void Dispose()
    {
        Model?.Dispose();
        _noise.Dispose();
        _scope.Dispose();
    }

    private static GanModel Build(GanTrainer.Options options, GanArchitecture architecture, TrainingData data, Device device)
    {
        var classCount = data.ClassNames.Count;
        var model = new GanModel(
            GanNetwork.Discriminator(architecture, data.SampleShape, classCount, options.PackSize).to(device),
            GanNetwork.Generator(architecture, options.LatentSize, data.SampleShape, classCount).to(device),
            FeatureScaling.Fit(data.Values, data.SampleShape, architecture.Range), options.LatentSize, options.Prior, data);
        NetworkChecks.Check(architecture, model, device);
        NetworkChecks.Check(options.Augmentation, data.SampleShape, device);
        if (options.Update == GanUpdate.Simultaneous) RefuseBatchNormalization(model.Discriminator);
        return model;
    }

    /// <summary>The data as one tensor on the device, in the networks' units.</summary>
    private Tensor Rows()
    {
        using var scope = NewDisposeScope();
        long[] shape = [Model.Data.RowCount, .. Model.Data.SampleShape.Select(size => (long)size)];
        return Model.Scaling.ToNetwork(tensor(Model.Data.Values, shape, device: _device)).MoveToOuterDisposeScope();
    }

    /// <summary>Its statistics of the real and the fake rows would have to be those of one batch each, and the running ones are taken twice.</summary>
    private static void RefuseBatchNormalization(GanNetwork discriminator)
    {
        if (discriminator.modules().Any(layer => layer is BatchNorm1d or BatchNorm2d))
        {
            throw new ArgumentException(
                "The discriminator must have no batch normalization for simultaneous updates, but has. Use GanUpdate.Alternating, or another normalization.");
        }
    }
}
