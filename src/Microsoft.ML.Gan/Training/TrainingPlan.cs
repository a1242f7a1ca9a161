namespace Microsoft.ML.Gan.Training;

/// <summary>How long a fit runs.</summary>
internal sealed class TrainingPlan
{
    private readonly int _roundsPerEpoch;

    public TrainingPlan(GanTrainer.Options options, long rows)
    {
        DiscriminatorSteps = options.DiscriminatorSteps;
        BatchSize = options.BatchSize;
        _roundsPerEpoch = (int)Math.Max(1, rows / ((long)BatchSize * DiscriminatorSteps));
        TotalRounds = (int)Math.Min((long)_roundsPerEpoch * options.Epochs, options.MaxRounds ?? int.MaxValue);
        RoundsPerReport = Math.Clamp(TotalRounds / GanDefaults.ReportsPerFit, 1, GanDefaults.RoundsPerReport);
    }

    public int DiscriminatorSteps { get; }

    public int BatchSize { get; }

    public int TotalRounds { get; }

    public int TotalEpochs => EpochOf(TotalRounds);

    public int RoundsPerReport { get; }

    /// <summary>The epoch of a round; both count from 1.</summary>
    public int EpochOf(int round) => (round - 1) / _roundsPerEpoch + 1;
}
