using System.Diagnostics;
using System.Globalization;
using Microsoft.ML.Gan.Exchange;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>Runs the rounds of a training: reports, cancellation, divergence. It knows no formula.</summary>
/// <param name="training">Has the rounds.</param>
/// <param name="plan">How long to train.</param>
/// <param name="quality">Measures the weights at each report, and may end the training; null to train to the end.</param>
/// <param name="ranks">Who trains together, and is cancelled together; null for a process alone.</param>
internal sealed class TrainingLoop<TMeans>(ITraining<TMeans> training, TrainingPlan plan, IQualityWatch? quality = null, Ranks? ranks = null)
    : IResumable where TMeans : IRoundMeans
{
    private const double GreatestLoss = 1e6;                          // a loss or penalty of this size is divergence: logits have left all bounds

    private readonly Ranks _ranks = ranks ?? Ranks.Alone;

    /// <value>The rounds done.</value>
    public int Round { get; private set; }

    /// <value>The time that training took, that before a resume with it.</value>
    public TimeSpan Elapsed { get; private set; }

    /// <value>Whether there is nothing more to train.</value>
    public bool IsOver => Round >= plan.TotalRounds || quality?.IsOver(plan.TotalRounds) == true;

    /// <summary>Trains until the plan's end, until the quality watch ends it, or until cancelled.</summary>
    /// <param name="atReport">Is called after each report, when no round is half done: the state may be saved.</param>
    /// <param name="cancellationToken">Ends it after the round that runs.</param>
    /// <returns>Whether it was cancelled before the plan's end.</returns>
    /// <exception cref="GanTrainingException">A loss is not finite, or too large for training to come back from.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first round: nothing was trained.</exception>
    public bool Run(Action atReport, CancellationToken cancellationToken)
    {
        if (Round == 0 && IsCancelled()) throw new OperationCanceledException(cancellationToken);
        var (clock, elapsedBefore) = (Stopwatch.StartNew(), Elapsed);
        var (reportedRound, reportedTime) = (Round, TimeSpan.Zero);
        var isOver = IsOver || IsCancelled();                     // when resumed
        while (!isOver)
        {
            training.Round(plan.MomentOf(Round));
            Round++;
            isOver = Round == plan.TotalRounds || IsCancelled();
            if (Round % plan.RoundsPerReport != 0 && !isOver) continue;

            Report(new ReportSpan(Round, Round - reportedRound, clock.Elapsed - reportedTime));
            Elapsed = elapsedBefore + clock.Elapsed;
            atReport();
            (reportedRound, reportedTime) = (Round, clock.Elapsed);
            isOver |= IsOver || IsCancelled();                    // the listener may have asked for it
        }
        Elapsed = elapsedBefore + clock.Elapsed;
        return Round < plan.TotalRounds && IsCancelled();

        bool IsCancelled() => _ranks.Any(cancellationToken.IsCancellationRequested);
    }

    public void Save(StateWriter to)
    {
        to.Write("round", Round);
        to.Write("rateHalvings", plan.RateHalvings);
        to.Write("ticks", Elapsed.Ticks);
    }

    public void Load(StateReader from)
    {
        Round = from.Read<int>("round");
        plan.RateHalvings = from.Read<int>("rateHalvings");
        Elapsed = TimeSpan.FromTicks(from.Read<long>("ticks"));
    }

    private void Report(ReportSpan span)
    {
        var means = training.Read();
        ThrowIfDiverged(means, span);
        training.Report(means, span, quality?.Measure(span.Round, plan.TotalRounds));
    }

    private void ThrowIfDiverged(TMeans means, ReportSpan span)
    {
        var first = means.StepLosses.Select(loss => FirstBeyond(loss.Name, loss.OfSteps, span.Rounds))
            .OfType<(string Name, double Value, int Round)>().OrderBy(fault => fault.Round).FirstOrDefault();
        if (first.Name is null) return;
        throw new GanTrainingException(string.Create(CultureInfo.InvariantCulture,
            $"Training diverged at round {span.Round - span.Rounds + first.Round + 1:N0}: the {first.Name} must stay below ") +
            string.Create(CultureInfo.InvariantCulture, $"{GreatestLoss:N0} in size, but was {first.Value:G3}. {training.Remedy}"));
    }

    private static (string Name, double Value, int Round)? FirstBeyond(string name, double[] ofSteps, int rounds)
    {
        var step = Array.FindIndex(ofSteps, value => !(Math.Abs(value) < GreatestLoss));
        return step < 0 ? null : (name, ofSteps[step], step / (ofSteps.Length / rounds));
    }
}
