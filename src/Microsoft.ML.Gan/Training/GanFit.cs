using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training;

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
        _noise = new NoiseSource(options.Seed, options.Prior, device);
        var classCount = data.ClassNames.Count;
        Model = new GanModel(
            GanNetwork.Discriminator(architecture, data.SampleShape, classCount).to(device),
            GanNetwork.Generator(architecture, options.LatentSize, data.SampleShape, classCount).to(device),
            FeatureScaling.Fit(data.Values, data.SampleShape, architecture.Range), options.LatentSize, options.Prior, data);
        NetworkShapes.Check(architecture, Model, device);
    }

    public GanModel Model { get; }

    /// <summary>Trains the networks, and leaves them in inference mode, the generator with its averaged weights.</summary>
    public GanTrainingHistory Train(Action<GanProgress> report)
    {
        var (discriminator, generator, data) = (Model.Discriminator, Model.Generator, Model.Data);
        long[] shape = [data.RowCount, .. data.SampleShape.Select(size => (long)size)];
        var rows = Model.Scaling.ToNetwork(tensor(data.Values, shape, device: _device));
        var classes = data.ClassNames.Count == 0 ? null : tensor(data.Classes, device: _device);

        using var batches = new BatchSampler(rows, classes, _options.BatchSize, _noise);
        using var discriminatorPlayer = new Player(discriminator, Adam(_options.DiscriminatorLearningRate));
        using var generatorPlayer = new Player(generator, Adam(_options.GeneratorLearningRate));
        using var average = new WeightAverage(generator, _options.EmaHalfLifeInSamples, _options.BatchSize);
        using var statistics = new RoundStatistics();
        var training = new AdversarialTraining(
            discriminatorPlayer, generatorPlayer, _options.Loss, _options.Regularizer, count => _noise.Latents(count, _options.LatentSize), _noise,
            average, statistics);
        var loop = new TrainingLoop(training, statistics, new TrainingPlan(_options, data.RowCount), report);
        var history = loop.Run(batches.Next, _options.CancellationToken);

        average.Apply();
        discriminator.eval();
        generator.eval();
        return history;
    }

    public void Dispose()
    {
        Model.Dispose();
        _noise.Dispose();
        _scope.Dispose();
    }

    private Func<IReadOnlyList<Parameter>, IOptimizer> Adam(double learningRate) => parameters =>
        _device.type == DeviceType.CPU ? new CpuAdam(parameters, learningRate) : new TorchAdam(parameters, learningRate);
}
