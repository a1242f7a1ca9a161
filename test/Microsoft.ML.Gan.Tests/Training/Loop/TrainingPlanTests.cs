using Microsoft.ML.Gan.Training.Loop;

namespace Microsoft.ML.Gan.Tests.Training.Loop;

[TestClass]
public sealed class TrainingPlanTests
{
    [TestMethod]
    [DataRow(1_000)]
    [DataRow(100_000)]
    public void TotalRounds_NeitherEpochsNorRoundsSet_IsTheSameForFewRowsAndMany(int rows) =>
        Assert.AreEqual(8_000, new TrainingPlan(new GanTrainer.Options().For([2], rows).Training(), rows).TotalRounds);

    [TestMethod]
    public void TotalRounds_EpochsSet_AreThoseOfTheEpochsHoweverMany()
    {
        var options = new GanTrainer.Options { Epochs = 20_000, BatchSize = 100 };

        Assert.AreEqual(200_000, new TrainingPlan(options.Training(), rows: 1_000).TotalRounds);
        Assert.AreEqual(300, new TrainingPlan(options.Training() with { MaxRounds = 300 }, rows: 1_000).TotalRounds);
        Assert.AreEqual(70_000, new TrainingPlan(new GanTrainer.Options { MaxRounds = 70_000 }.Training(), rows: 1_000).TotalRounds);
    }

    [TestMethod]
    public void MomentOf_HalvedRates_HasAQuarterOfTheFactorAfterTwo()
    {
        var plan = new TrainingPlan(totalRounds: 100, reports: 10, GanSchedule.Constant(0.8)) { RateHalvings = 2 };

        Assert.AreEqual(0.25 * 0.8, plan.MomentOf(30).RateFactor, 1e-12);
    }
}
