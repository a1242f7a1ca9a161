using System.Diagnostics;
using System.Globalization;
using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>Runs the rounds of a training: reports, cancellation, divergence. It knows no formula.</summary>
/// <param name="training">Has the rounds.</param>
/// <param name="plan">How long to train.</param>
/// <param name="quality">Measures the weights at each report, and may end the training; null to train to the end.</param>
internal sealed class TrainingLoop<TMeans>(ITraining<TMeans> training, TrainingPlan plan, IQualityWatch? quality = null)
    : IResumable where TMeans : IRoundMeans
{
    private const double GreatestLoss = 1e6;                          // a loss or penalty of this size is divergence: logits have left all bounds

    private int _round;

    /// <value>The time that training took, that before a resume with it.</value>
    public TimeSpan Elapsed { get; private set; }

    /// <value>Whether there is nothing more to train.</value>
    public bool IsOver => _round >= plan.TotalRounds || quality?.IsOver(plan.TotalRounds) == true;

    /// <summary>Trains until the plan's end, until the quality watch ends it, or until cancelled.</summary>
    /// <param name="atReport">Is called after each report, when no round is half done: the state may be saved.</param>
    /// <param name="cancellationToken">Ends it after the round that runs.</param>
    /// <returns>Whether it was cancelled before the plan's end.</returns>
    /// <exception cref="GanTrainingException">A loss is not finite, or too large for training to come back from.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first round: nothing was trained.</exception>
    public bool Run(Action atReport, CancellationToken cancellationToken)
    {
        if (_round == 0) cancellationToken.ThrowIfCancellationRequested();
        var (clock, elapsedBefore) = (Stopwatch.StartNew(), Elapsed);
        var (reportedRound, reportedTime) = (_round, TimeSpan.Zero);
        var isOver = IsOver || cancellationToken.IsCancellationRequested;       // when resumed
        while (!isOver)
        {
            training.Round(plan.MomentOf(_round));
            _round++;
            isOver = _round == plan.TotalRounds || cancellationToken.IsCancellationRequested;
            if (_round % plan.RoundsPerReport != 0 && !isOver) continue;

            Report(new ReportSpan(_round, _round - reportedRound, clock.Elapsed - reportedTime));
            Elapsed = elapsedBefore + clock.Elapsed;
            atReport();
            (reportedRound, reportedTime) = (_round, clock.Elapsed);
            isOver |= IsOver || cancellationToken.IsCancellationRequested;      // the listener may have asked for it
        }
        Elapsed = elapsedBefore + clock.Elapsed;
        return _round < plan.TotalRounds && cancellationToken.IsCancellationRequested;
    }

    public void Save(StateWriter to)
    {
        to.Write("round", _round);
        to.Write("rateHalvings", plan.RateHalvings);
        to.Write("ticks", Elapsed.Ticks);
    }

    public void Load(StateReader from)
    {
        _round = from.Read<int>("round");
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
