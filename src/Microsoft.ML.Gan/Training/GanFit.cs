using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training;

/// <summary>Puts together one fit from its options and data, and runs it.</summary>
internal static class GanFit
{
    public static TrainedGan Run(GanTrainer.Options options, GanArchitecture architecture, TrainingData data, Device device, Action<GanProgress> report)
    {
        using var scope = NewDisposeScope();
        using var noise = new NoiseSource(options.Seed, options.Prior, device);
        var classCount = data.ClassNames.Count;
        var generator = GanNetwork.Generator(architecture, options.LatentSize, data.SampleShape, classCount);
        var discriminator = GanNetwork.Discriminator(architecture, data.SampleShape, classCount);
        foreach (var network in new[] { discriminator, generator }) network.to(device);
        NetworkShapes.Check(architecture, discriminator, generator, options.LatentSize, data);

        var scaling = FeatureScaling.Fit(data.Values, data.SampleShape, architecture.Range);
        long[] shape = [data.RowCount, .. data.SampleShape.Select(size => (long)size)];
        var rows = scaling.ToNetwork(tensor(data.Values, shape, device: device));
        var classes = classCount == 0 ? null : tensor(data.Classes, device: device);

        var plan = new TrainingPlan(options, data.RowCount);
        using var batches = new BatchSampler(rows, classes, options.BatchSize, noise);
        using var discriminatorPlayer = new Player(discriminator, Adam(device, options.DiscriminatorLearningRate));
        using var generatorPlayer = new Player(generator, Adam(device, options.GeneratorLearningRate));
        using var average = new WeightAverage(generator, options.EmaHalfLifeInSamples, options.BatchSize);
        using var statistics = new RoundStatistics();
        var training = new AdversarialTraining(
            discriminatorPlayer, generatorPlayer, options.Loss, options.Regularizer, count => noise.Latents(count, options.LatentSize), average, statistics);
        var history = new TrainingLoop(training, statistics, plan, report).Run(batches.Next, options.CancellationToken);

        average.Apply();
        discriminator.eval();
        generator.eval();
        scope.Detach(discriminator, generator);
        return new TrainedGan(discriminator, generator, scaling, options.LatentSize, options.Prior, data, history);
    }

    private static Func<IReadOnlyList<Parameter>, IOptimizer> Adam(Device device, double learningRate) => parameters =>
        device.type == DeviceType.CPU ? new CpuAdam(parameters, learningRate) : new TorchAdam(parameters, learningRate);
}
