using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training;

/// <summary>The training of two networks, put together from its options: players, averages, statistics and the loop.</summary>
internal sealed class TrainingRun(
    GanTrainer.Options options, nn.Module<Tensor, Tensor?, Tensor> discriminator, nn.Module<Tensor, Tensor?, Tensor> generator, NoiseSource noise, Device device)
{
    /// <summary>Trains the networks, and leaves them in inference mode, the generator with its averaged weights or the best of them.</summary>
    /// <param name="nextBatch">Draws a batch of real rows.</param>
    /// <param name="rowCount">The rows of an epoch.</param>
    /// <param name="report">Is told of each report.</param>
    /// <param name="watch">Measures the generator with its averaged weights; null to keep the last.</param>
    public GanTrainingHistory Train(Func<Batch> nextBatch, long rowCount, Action<GanProgress> report, Func<WeightAverage, IQualityWatch>? watch = null)
    {
        using var grad = enable_grad();                               // whatever the caller has switched off
        using var discriminatorPlayer = new Player(discriminator, Adam(options.DiscriminatorLearningRate));
        using var generatorPlayer = new Player(generator, Adam(options.GeneratorLearningRate));
        using var average = new WeightAverage(generator, options.EmaHalfLifeInSamples, options.BatchSize);
        using var statistics = new RoundStatistics(options.Loss);
        var training = new AdversarialTraining(
            discriminatorPlayer, generatorPlayer, options.Loss, options.Regularizer, options.Augmentation,
            count => noise.Latents(count, options.LatentSize), noise, average, statistics);
        Action<GanPace, TrainingMoment> runRound = options.Update == GanUpdate.Simultaneous
            ? (_, moment) => training.SimultaneousRound(nextBatch, moment)
            : (pace, moment) => training.Round(nextBatch, pace, moment);
        using var quality = watch?.Invoke(average);
        var loop = new TrainingLoop(runRound, statistics, new TrainingPlan(options, rowCount), report, quality);
        var history = loop.Run(options.CancellationToken);

        average.Apply();
        discriminator.eval();
        generator.eval();
        return history;
    }

    private Func<IReadOnlyList<Parameter>, IOptimizer> Adam(double learningRate) =>
        parameters => new AdamSettings(learningRate, options.AdamBeta1, options.AdamBeta2).Create(parameters, device);
}
