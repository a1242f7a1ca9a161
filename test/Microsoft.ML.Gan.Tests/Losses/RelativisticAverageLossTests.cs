namespace Microsoft.ML.Gan.Tests.Losses;

[TestClass]
public sealed class RelativisticAverageLossTests
{
    // mean D(x) = 1.25, mean D(G(z)) = −1: real − mean fake = 3, 1.5; fake − mean real = −3.25, −1.25
    [TestMethod]
    public void ForDiscriminator_HandValues_ComparesWithTheOthersMean() =>
        Assert.AreEqual(
            (0.0485873516 + 0.2014132780) / 2 + (0.0380413717 + 0.2519290813) / 2,
            GanLosses.RelativisticAverage.ForDiscriminator(LossCases.Judgement).Scalar(), 1e-6);

    [TestMethod]
    public void ForGenerator_HandValues_ComparesTheOtherWayRound() =>
        Assert.AreEqual(
            (3.2880413717 + 1.5019290813) / 2 + (3.0485873516 + 1.7014132780) / 2,
            GanLosses.RelativisticAverage.ForGenerator(LossCases.Judgement).Scalar(), 1e-6);

    [TestMethod]
    public void ForDiscriminator_RowsPairedOtherwise_IsTheSame()
    {
        var d = LossCases.Judgement;

        Assert.AreEqual(
            GanLosses.RelativisticAverage.ForDiscriminator(d).Scalar(),
            GanLosses.RelativisticAverage.ForDiscriminator(new Logits(d.Real, d.Fake.flip(0))).Scalar(), 1e-6);
    }

    [TestMethod]
    public void ForGenerator_OnePair_HasTheGradientOfBothComparisons() =>
        Assert.AreEqual(-2 / (1 + Math.Exp(-1)), GanLosses.RelativisticAverage.GeneratorGradient(real: 0.5, fake: -0.5), 1e-6);
}
