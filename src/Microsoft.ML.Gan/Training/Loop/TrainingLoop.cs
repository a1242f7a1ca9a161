using System.Diagnostics;
using System.Globalization;
using Microsoft.ML.Gan.Training.Algorithm;

namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>Runs the rounds of a fit: pace, reports, cancellation, divergence. It knows no formula.</summary>
/// <param name="runRound">Trains one round.</param>
/// <param name="statistics">What the rounds measure.</param>
/// <param name="plan">How long to train.</param>
/// <param name="report">Is told of each report.</param>
/// <param name="quality">Measures the generator on the way, and may end the fit; null to train to the end.</param>
internal sealed class TrainingLoop(
    Action<GanPace, TrainingMoment> runRound, RoundStatistics statistics, TrainingPlan plan, Action<GanProgress> report, IQualityWatch? quality = null)
{
    private const double GreatestLoss = 1e6;                          // a loss or penalty of this size is divergence: logits have left all bounds

    private readonly List<GanTrainingReport> _reports = [];

    /// <summary>Trains until the plan's end or until cancelled.</summary>
    /// <exception cref="GanTrainingException">A loss is not finite, or too large for training to come back from.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first round: nothing was trained.</exception>
    public GanTrainingHistory Run(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        var pace = plan.Pacing.First;
        var (round, reportedRound, reportedTime) = (0, 0, TimeSpan.Zero);
        var isOver = false;
        while (!isOver)
        {
            runRound(pace, plan.MomentOf(round));
            round++;
            isOver = round == plan.TotalRounds || cancellationToken.IsCancellationRequested;
            if (round % plan.RoundsPerReport != 0 && !isOver) continue;

            var means = statistics.Read();
            ThrowIfDiverged(means, pace, reportedRound);
            var samples = (double)(round - reportedRound) * pace.DiscriminatorSteps * plan.BatchSize;
            Report(means, pace, round, samples / (clock.Elapsed - reportedTime).TotalSeconds);
            pace = plan.Pacing.Next(pace, means.DiscriminatorAccuracy);
            (reportedRound, reportedTime) = (round, clock.Elapsed);
            isOver |= quality is { IsOver: true } || cancellationToken.IsCancellationRequested;      // the listener may have asked for it
        }
        return new GanTrainingHistory(_reports, wasCancelled: round < plan.TotalRounds && cancellationToken.IsCancellationRequested, clock.Elapsed);
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
            Quality = quality?.Measure(round, plan.TotalRounds),
            Pace = pace,
            SamplesPerSecond = samplesPerSecond,
        });
        report(new GanProgress(_reports[^1], plan.TotalRounds, plan.TotalEpochs));
    }

    private static void ThrowIfDiverged(RoundMeans means, GanPace pace, int roundsBefore)
    {
        var first = new[]
        {
            FirstBeyond("discriminator's loss", means.DiscriminatorLosses, pace.DiscriminatorSteps),
            FirstBeyond("discriminator's penalty", means.Penalties, pace.DiscriminatorSteps),
            FirstBeyond("generator's loss", means.GeneratorLosses, pace.GeneratorSteps),
        }.OfType<(string Name, double Value, int Round)>().OrderBy(fault => fault.Round).FirstOrDefault();
        if (first.Name is null) return;
        throw new GanTrainingException(string.Create(CultureInfo.InvariantCulture,
            $"Training diverged at round {roundsBefore + first.Round + 1:N0}: the {first.Name} must stay below {GreatestLoss:N0} in size, but was {first.Value:G3}. ") +
            "Lower DiscriminatorLearningRate and GeneratorLearningRate, or add a gradient penalty (Regularizer = GanRegularizers.R1(1)).");
    }

    private static (string Name, double Value, int Round)? FirstBeyond(string name, double[] values, int perRound)
    {
        var index = Array.FindIndex(values, value => !(Math.Abs(value) < GreatestLoss));
        return index < 0 ? null : (name, values[index], index / perRound);
    }
}
