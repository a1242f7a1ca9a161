namespace Microsoft.ML.Gan.Training;

/// <summary>How long a fit runs, and what changes on the way.</summary>
internal sealed class TrainingPlan
{
    private readonly GanSchedule _rateFactor;
    private readonly int _roundsPerEpoch;

    public TrainingPlan(GanTrainer.Options options, long rows)
    {
        _rateFactor = options.LearningRateSchedule;
        Pacing = options.Pacing ?? GanPacing.Fixed(options.DiscriminatorSteps);
        BatchSize = options.BatchSize;
        _roundsPerEpoch = (int)Math.Max(1, rows / ((long)BatchSize * Pacing.First.DiscriminatorSteps));
        TotalRounds = (int)Math.Min((long)_roundsPerEpoch * options.Epochs, options.MaxRounds ?? int.MaxValue);
        RoundsPerReport = Math.Clamp(TotalRounds / GanDefaults.ReportsPerFit, 1, GanDefaults.RoundsPerReport);
    }

    public IGanPacing Pacing { get; }

    public int BatchSize { get; }

    public int TotalRounds { get; }

    public int TotalEpochs => EpochOf(TotalRounds);

    public int RoundsPerReport { get; }

    /// <summary>The epoch of a round; both count from 1.</summary>
    public int EpochOf(int round) => (round - 1) / _roundsPerEpoch + 1;

    /// <summary>The moment at which a round begins, after so many others.</summary>
    public TrainingMoment MomentOf(int roundsDone)
    {
        var progress = (double)roundsDone / TotalRounds;
        return new TrainingMoment(progress, _rateFactor.At(progress));
    }
}
