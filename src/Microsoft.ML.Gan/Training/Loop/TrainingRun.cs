using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Optimizers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>The training of two networks, put together from its settings: players, averages, statistics and the loop.</summary>
internal sealed class TrainingRun(
    TrainingSettings settings, nn.Module<Tensor, Tensor?, Tensor> discriminator, nn.Module<Tensor, Tensor?, Tensor> generator, NoiseSource noise,
        Device device)
{
    /// <summary>Trains the networks, and leaves them in inference mode, the generator with its averaged weights or the best of them.</summary>
    /// <param name="rows">The real rows.</param>
    /// <param name="report">Is told of each report.</param>
    /// <param name="watch">Measures the generator with its averaged weights; null to keep the last.</param>
    public GanTrainingHistory Run(IRows rows, Action<GanProgress> report, Func<WeightAverage, IQualityWatch>? watch = null)
    {
        using var grad = enable_grad();                               // whatever the caller has switched off
        using var discriminatorPlayer = new Player(discriminator, Optimizer(settings.DiscriminatorAdam));
        using var generatorPlayer = new Player(generator, Optimizer(settings.GeneratorAdam));
        using var average = new WeightAverage(generator, settings.EmaHalfLifeInSamples, settings.BatchSize);
        using var statistics = new RoundStatistics(settings.Loss);
        var game = new Game(
            discriminatorPlayer, generatorPlayer, settings.Loss, settings.Regularizer, settings.Augmentation,
            count => noise.Latents(count, settings.LatentSize), noise);
        var (alternating, simultaneous) = (new AdversarialTraining(game, average, statistics), new SimultaneousTraining(game, average, statistics));
        Action<GanPace, TrainingMoment> runRound = settings.Update == GanUpdate.Simultaneous
            ? (_, moment) => simultaneous.Round(rows.Next, moment)
            : (pace, moment) => alternating.Round(rows.Next, pace, moment);
        var plan = new TrainingPlan(settings, rows.Count);
        var rounds = new AdversarialRounds(runRound, statistics, plan, settings.StepPacing, settings.BatchSize);
        var loop = new TrainingLoop<RoundMeans>(rounds, plan, watch?.Invoke(average));
        var wasCancelled = loop.Run(() => report(rounds.Progress), settings.CancellationToken);

        average.Apply();
        discriminator.eval();
        generator.eval();
        return new GanTrainingHistory(rounds.Reports, wasCancelled, loop.Elapsed);
    }

    private Func<IReadOnlyList<Parameter>, IOptimizer> Optimizer(AdamSettings adam) => parameters => adam.Create(parameters, device);
}
