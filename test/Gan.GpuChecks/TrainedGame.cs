using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Optimizers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.GpuChecks;

/// <summary>The rounds of a fit on a device, one by one, on one batch of real rows.</summary>
internal sealed class TrainedGame : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly GanNetwork _discriminator, _generator;
    private readonly RoundStatistics _statistics;
    private readonly WeightAverage _average;
    private readonly Action<Func<Batch>, TrainingMoment> _round;
    private readonly Tensor _rows;

    /// <param name="options">How to train.</param>
    /// <param name="shape">Of a row.</param>
    /// <param name="device">Where.</param>
    /// <param name="noise">What is drawn.</param>
    /// <param name="adam">Makes the optimisers.</param>
    /// <param name="isFlat">Whether averages are moved as on a device; null for what the device is.</param>
    public TrainedGame(
        GanTrainer.Options options, int[] shape, Device device, INoise noise, Func<IReadOnlyList<Parameter>, AdamSettings, IOptimizer> adam,
        bool? isFlat = null)
    {
        random.manual_seed(3);
        var architecture = options.Architecture!.For(shape);
        _discriminator = GanNetwork.Discriminator(architecture, shape, 0, options.PackSize).to(device);
        _generator = GanNetwork.Generator(architecture, options.LatentSize, shape, 0).to(device);
        _rows = rand([options.BatchSize, .. shape.Select(size => (long)size)]).to(device);
        _statistics = new RoundStatistics(options.Loss);
        _average = new WeightAverage(_generator, options.EmaHalfLifeInSamples, options.BatchSize, isFlat);
        var game = new Game(
            new Player(_discriminator, parameters => adam(parameters, Settings(options.DiscriminatorLearningRate))),
            new Player(_generator, parameters => adam(parameters, Settings(options.GeneratorLearningRate))),
            options.Loss, options.Regularizer, options.Augmentation, count => noise.Normal(count, options.LatentSize), noise);
        var (alternating, simultaneous) = (
            new AdversarialTraining(game, _average, _statistics), new SimultaneousTraining(game, _average, _statistics));
        _round = options.Update == GanUpdate.Simultaneous
            ? simultaneous.Round
            : (rows, moment) => alternating.Round(rows, new GanPace(options.DiscriminatorSteps), moment);

        AdamSettings Settings(double rate) => new(rate, options.AdamBeta1, options.AdamBeta2);
    }

    /// <summary>Trains; nothing is read from the device.</summary>
    public void Train(int rounds)
    {
        for (var round = 0; round < rounds; round++) _round(() => new Batch(_rows.clone(), null), new TrainingMoment(0, 1));
        _statistics.Dispose();
    }

    /// <summary>All weights, and the generator's averages, on the CPU.</summary>
    public float[] Weights()
    {
        using var scope = NewDisposeScope();
        float[] own = [.. Read(_discriminator), .. Read(_generator)];
        _average.Exchange();
        return [.. own, .. Read(_generator)];

        static IEnumerable<float> Read(GanNetwork network) =>
            network.parameters().SelectMany(weight => weight.detach().cpu().contiguous().data<float>());
    }

    public void Dispose()
    {
        _statistics.Dispose();
        _average.Dispose();
        _discriminator.Dispose();
        _generator.Dispose();
        _scope.Dispose();
    }
}
