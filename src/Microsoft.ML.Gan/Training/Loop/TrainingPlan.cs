using Microsoft.ML.Gan.Training.Algorithm;

namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>How long a training runs, how often it reports, and its learning rate on the way.</summary>
internal sealed class TrainingPlan
{
    private const int Reports = 200;                                  // of a GAN's fit, about
    private const int MostRoundsPerReport = 100;

    private readonly GanSchedule _rateFactor;
    private readonly int _roundsPerEpoch;

    /// <summary>The plan of a GAN's fit.</summary>
    public TrainingPlan(TrainingSettings settings, long rows)
    {
        _rateFactor = settings.LearningRateSchedule;
        _roundsPerEpoch = (int)Math.Max(1, rows / (settings.GlobalBatchSize * settings.StepPacing.First.DiscriminatorSteps));
        TotalRounds = (int)Math.Min((long)_roundsPerEpoch * settings.Epochs, settings.MaxRounds ?? int.MaxValue);
        RoundsPerReport = Math.Clamp(TotalRounds / Reports, 1, MostRoundsPerReport);
    }

    /// <summary>The plan of a training that counts no epochs.</summary>
    public TrainingPlan(int totalRounds, int reports, GanSchedule rateFactor)
    {
        _rateFactor = rateFactor;
        _roundsPerEpoch = totalRounds;
        TotalRounds = totalRounds;
        RoundsPerReport = Math.Max(1, totalRounds / reports);
    }

    public int TotalRounds { get; }

    public int TotalEpochs => EpochOf(TotalRounds);

    public int RoundsPerReport { get; }

    /// <value>How often the learning rates have been halved after a divergence.</value>
    public int RateHalvings { get; set; }

    /// <summary>The epoch of a round; both count from 1.</summary>
    public int EpochOf(int round) => (round - 1) / _roundsPerEpoch + 1;

    /// <summary>The moment at which a round begins, after so many others.</summary>
    public TrainingMoment MomentOf(int roundsDone)
    {
        var progress = (double)roundsDone / TotalRounds;
        return new TrainingMoment(progress, _rateFactor.At(progress) * Math.Pow(0.5, RateHalvings));
    }
}
