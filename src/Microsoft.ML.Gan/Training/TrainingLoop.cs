using System.Diagnostics;

namespace Microsoft.ML.Gan.Training;

/// <summary>Runs the rounds of a fit: pace, reports, cancellation, divergence. It knows no formula.</summary>
/// <param name="runRound">Trains one round.</param>
/// <param name="statistics">What the rounds measure.</param>
/// <param name="plan">How long to train.</param>
/// <param name="report">Is told of each report.</param>
internal sealed class TrainingLoop(Action<GanPace, TrainingMoment> runRound, RoundStatistics statistics, TrainingPlan plan, Action<GanProgress> report)
{
    private readonly List<GanTrainingReport> _reports = [];

    /// <summary>Trains until the plan's end or until cancelled.</summary>
    /// <exception cref="GanTrainingException">A loss is not finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first round: nothing was trained.</exception>
    public GanTrainingHistory Run(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        var pace = plan.Pacing.First;
        var (round, reportedRound, reportedTime) = (0, 0, TimeSpan.Zero);
        while (round < plan.TotalRounds && !cancellationToken.IsCancellationRequested)
        {
            runRound(pace, plan.MomentOf(round));
            round++;
            if (round % plan.RoundsPerReport != 0 && round != plan.TotalRounds && !cancellationToken.IsCancellationRequested) continue;

            var means = statistics.Read();
            ThrowIfDiverged(means, pace, reportedRound);
            var samples = (double)(round - reportedRound) * pace.DiscriminatorSteps * plan.BatchSize;
            Report(means, pace, round, samples / (clock.Elapsed - reportedTime).TotalSeconds);
            pace = plan.Pacing.Next(pace, means.DiscriminatorAccuracy);
            (reportedRound, reportedTime) = (round, clock.Elapsed);
        }
        return new GanTrainingHistory(_reports, wasCancelled: round < plan.TotalRounds, clock.Elapsed);
    }

    private void Report(RoundMeans means, GanPace pace, int round, double samplesPerSecond)
    {
        _reports.Add(new GanTrainingReport
        {
            Round = round,
            Epoch = plan.EpochOf(round),
            DiscriminatorLoss = means.DiscriminatorLosses.Average(),
            Penalty = means.Penalties.Average(),
            GeneratorLoss = means.GeneratorLosses.Average(),
            ProbabilityOfReal = means.ProbabilityOfReal,
            ProbabilityOfFake = means.ProbabilityOfFake,
            Value = means.Value,
            DiscriminatorAccuracy = means.DiscriminatorAccuracy,
            Diversity = means.Diversity,
            GeneratorSignal = means.GeneratorSignal,
            Pace = pace,
            SamplesPerSecond = samplesPerSecond,
        });
        report(new GanProgress(_reports[^1], plan.TotalRounds, plan.TotalEpochs));
    }

    private static void ThrowIfDiverged(RoundMeans means, GanPace pace, int roundsBefore)
    {
        var (player, round) = FirstOf(
            ("discriminator's loss", FirstNotFinite(means.DiscriminatorLosses, pace.DiscriminatorSteps)),
            ("discriminator's penalty", FirstNotFinite(means.Penalties, pace.DiscriminatorSteps)),
            ("generator's loss", FirstNotFinite(means.GeneratorLosses, pace.GeneratorSteps)));
        if (round == int.MaxValue) return;
        throw new GanTrainingException(
            $"Training diverged at round {roundsBefore + round + 1:N0}: the {player} is not a finite number. " +
            "Lower DiscriminatorLearningRate and GeneratorLearningRate, or add a gradient penalty (Regularizer = GanRegularizers.R1(1)).");
    }

    private static (string Player, int Round) FirstOf(params (string Player, int Round)[] candidates) => candidates.MinBy(candidate => candidate.Round);

    private static int FirstNotFinite(double[] losses, int perRound)
    {
        var index = Array.FindIndex(losses, loss => !double.IsFinite(loss));
        return index < 0 ? int.MaxValue : index / perRound;
    }
}
