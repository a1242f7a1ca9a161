using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Reports;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>The rounds of a GAN at their pace, and the reports of them.</summary>
/// <param name="runRound">Trains one round.</param>
/// <param name="statistics">What the rounds measure.</param>
/// <param name="plan">How long to train.</param>
/// <param name="pacing">Chooses the steps of either player.</param>
/// <param name="batchSize">Real rows in a step, of all ranks.</param>
/// <param name="agreement">Brings what the ranks measure together; null for a process alone.</param>
internal sealed class AdversarialRounds(
    Action<GanPace, TrainingMoment> runRound, RoundStatistics statistics, TrainingPlan plan, IGanPacing pacing, long batchSize,
    Agreement? agreement = null)
    : ITraining<RoundMeans>, IResumable
{
    private readonly List<GanTrainingReport> _reports = [];
    private GanPace _pace = pacing.First;

    public string Remedy =>
        "Lower DiscriminatorLearningRate and GeneratorLearningRate, or add a gradient penalty (Regularizer = GanRegularizers.R1(1)).";

    /// <value>All reports until now.</value>
    public IReadOnlyList<GanTrainingReport> Reports => _reports;

    /// <value>The last report, and what there is to come.</value>
    public GanProgress Progress => new(_reports[^1], plan.TotalRounds, plan.TotalEpochs)
    {
        TimeLeft = TimePerRound(_reports[^1]) * (plan.TotalRounds - _reports[^1].Round),
    };

    public void Round(TrainingMoment moment) => runRound(_pace, moment);

    public RoundMeans Read()
    {
        var own = statistics.Read();
        return agreement is null ? own : agreement.Of(own);
    }

    public void Report(RoundMeans means, ReportSpan span, double? quality)
    {
        _reports.Add(new GanTrainingReport
        {
            Round = span.Round,
            Epoch = plan.EpochOf(span.Round),
            DiscriminatorLoss = means.DiscriminatorLosses.Average(),
            Penalty = means.Penalties.Average(),
            GeneratorLoss = means.GeneratorLosses.Average(),
            ProbabilityOfReal = means.ProbabilityOfReal,
            ProbabilityOfFake = means.ProbabilityOfFake,
            Value = means.Value,
            DiscriminatorAccuracy = means.DiscriminatorAccuracy,
            Diversity = means.Diversity,
            GeneratorSignal = means.GeneratorSignal,
            Quality = quality,
            Pace = _pace,
            SamplesPerSecond = (double)span.Rounds * _pace.DiscriminatorSteps * batchSize / span.Time.TotalSeconds,
        });
        _pace = pacing.Next(_pace, means.DiscriminatorAccuracy);
    }

    public void Save(StateWriter to)
    {
        to.Write("discriminatorSteps", _pace.DiscriminatorSteps);
        to.Write("generatorSteps", _pace.GeneratorSteps);
        ReportColumns.Save(to.Section("reports"), _reports);
    }

    public void Load(StateReader from)
    {
        _pace = new GanPace(from.Read<int>("discriminatorSteps"), from.Read<int>("generatorSteps"));
        _reports.Clear();
        _reports.AddRange(ReportColumns.Load(from.Section("reports")));
    }

    private TimeSpan TimePerRound(GanTrainingReport report) =>
        TimeSpan.FromSeconds((double)report.Pace.DiscriminatorSteps * batchSize / report.SamplesPerSecond);
}
