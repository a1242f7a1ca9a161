using Microsoft.ML.Gan.Training.Algorithm;
using Microsoft.ML.Gan.Training.Loop;

namespace Microsoft.ML.Gan.Tests.Training.Loop;

[TestClass]
public sealed class AdversarialRoundsTests
{
    private static readonly RoundMeans Means = new([1, 3], [0, 0.5], [2])
    {
        ProbabilityOfReal = 0.7,
        ProbabilityOfFake = 0.4,
        Value = -1.2,
        DiscriminatorAccuracy = 0.95,
        Diversity = 0.8,
        GeneratorSignal = 0.3,
    };

    [TestMethod]
    public void Report_AccuracyOutsideTheBand_ChangesThePaceOfTheNextRounds()
    {
        var paces = new List<GanPace>();
        using var statistics = new RoundStatistics(GanLosses.NonSaturating);
        var rounds = new AdversarialRounds((pace, _) => paces.Add(pace), statistics, Plan(), GanPacing.Band(0.6, 0.8), batchSize: 50);

        rounds.Round(default);
        rounds.Report(Means, new ReportSpan(1, 1, TimeSpan.FromSeconds(2)), quality: null);
        rounds.Round(default);
        rounds.Report(Means with { DiscriminatorAccuracy = 0.7 }, new ReportSpan(2, 1, TimeSpan.FromSeconds(2)), quality: null);
        rounds.Round(default);

        CollectionAssert.AreEqual(new GanPace[] { new(1), new(1, 2), new(1, 2) }, paces);
        CollectionAssert.AreEqual(new GanPace[] { new(1), new(1, 2) }, rounds.Reports.Select(report => report.Pace).ToList());
    }

    [TestMethod]
    public void Report_Means_AreAveragedOverStepsAndRoundsTimed()
    {
        using var statistics = new RoundStatistics(GanLosses.NonSaturating);
        var rounds = new AdversarialRounds((_, _) => { }, statistics, Plan(), GanPacing.Fixed(3), batchSize: 50);

        rounds.Report(Means, new ReportSpan(13, 4, TimeSpan.FromSeconds(2)), quality: 0.25);

        var (report, totalRounds, totalEpochs) = rounds.Progress;
        Assert.AreEqual((100, 10), (totalRounds, totalEpochs));
        Assert.AreEqual((13, 2), (report.Round, report.Epoch));
        Assert.AreEqual((2, 0.25, 2), (report.DiscriminatorLoss, report.Penalty, report.GeneratorLoss));
        Assert.AreEqual((0.7, 0.4, -1.2), (report.ProbabilityOfReal, report.ProbabilityOfFake, report.Value));
        Assert.AreEqual((0.95, 0.8, 0.3, 0.25), (report.DiscriminatorAccuracy, report.Diversity, report.GeneratorSignal, report.Quality));
        Assert.AreEqual(4 * 3 * 50 / 2, report.SamplesPerSecond);
    }

    /// <summary>100 rounds, 10 an epoch.</summary>
    private static TrainingPlan Plan() => new(new GanTrainer.Options { BatchSize = 50, MaxRounds = 100 }.Training(), rows: 500);
}
