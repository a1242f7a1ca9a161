using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Vectors;
using Microsoft.ML.Gan.Vectors.Batches;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>One GAN to train in two ways: by this library's whole loop, and by a loop as a user of TorchSharp would write it.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Options">The networks, the loss and all else that a round depends on.</param>
/// <param name="SampleShape">The shape of a row.</param>
/// <param name="Rounds">Rounds in a repetition.</param>
/// <param name="RowCount">Rows of training data.</param>
internal sealed record TrainingWorkload(string Name, GanTrainer.Options Options, int[] SampleShape, int Rounds, int RowCount = 4096)
{
    private GanArchitecture Architecture => (Options.Architecture ?? GanDefaults.Architecture).For(SampleShape);

    /// <summary>The library's rounds, with averaged weights and statistics that are read at the end.</summary>
    /// <param name="update">The order in which the players move.</param>
    /// <param name="device">Where they are trained; null for the CPU.</param>
    /// <param name="createRows">The training data; null for numbers in memory.</param>
    public Action Ours(GanUpdate update = GanUpdate.Alternating, Device? device = null, Func<NoiseSource, IRows>? createRows = null)
    {
        device ??= CPU;
        var noise = new NoiseSource(1, Options.Prior, device);
        var generator = GanNetwork.Generator(Architecture, Options.LatentSize, SampleShape, 0).to(device);
        var discriminator = GanNetwork.Discriminator(Architecture, SampleShape, 0, Options.PackSize).to(device);
        var statistics = new RoundStatistics(Options.Loss);
        var game = new Game(
            new Player(discriminator, parameters => Adam(Options.DiscriminatorLearningRate).Create(parameters, device)),
            new Player(generator, parameters => Adam(Options.GeneratorLearningRate).Create(parameters, device)),
            Options.Loss, Options.Regularizer, Options.Augmentation, count => noise.Latents(count, Options.LatentSize), noise);
        var average = new WeightAverage(generator, GanDefaults.EmaHalfLifeInSamples, Options.BatchSize);
        var (alternating, simultaneous) = (new AdversarialTraining(game, average, statistics), new SimultaneousTraining(game, average, statistics));
        var rows = createRows?.Invoke(noise)
            ?? new ResidentRows(randn([RowCount, .. SampleShape.Select(size => (long)size)]).to(device), null, Options.BatchSize, noise);
        var moment = new TrainingMoment(0, 1);
        return () =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                if (update == GanUpdate.Simultaneous) simultaneous.Round(rows.Next, moment);
                else alternating.Round(rows.Next, new GanPace(Options.DiscriminatorSteps), moment);
            }
            statistics.Read();
        };
    }

    /// <summary>The same by hand.</summary>
    public Action ByHand(Device? device = null)
    {
        var loop = new HandWrittenLoop(Options, Architecture, SampleShape, RowCount, device ?? CPU);
        return () =>
        {
            for (var round = 0; round < Rounds; round++) loop.Round();
        };
    }

    private AdamSettings Adam(double learningRate) => new(learningRate, Options.AdamBeta1, Options.AdamBeta2);
}
