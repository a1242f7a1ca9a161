namespace Microsoft.ML.Gan.Tests.Losses;

[TestClass]
public sealed class SmoothedNonSaturatingLossTests
{
    // σ(2) = 0.880797, σ(0.5) = 0.622459, σ(−2) = 0.119203, σ(0) = 0.5
    [TestMethod]
    public void ForDiscriminator_HandValues_SmoothsTheRealLabelOnly()
    {
        var first = 0.9 * Math.Log(0.8807970780) + 0.1 * Math.Log(1 - 0.8807970780);
        var second = 0.9 * Math.Log(0.6224593312) + 0.1 * Math.Log(1 - 0.6224593312);
        var real = -(first + second) / 2;
        var fake = -(Math.Log(1 - 0.1192029220) + Math.Log(0.5)) / 2;

        Assert.AreEqual(real + fake, GanLosses.NonSaturatingSmoothed().ForDiscriminator(LossCases.Judgement).Scalar(), 1e-6);
    }

    [TestMethod]
    public void ForGenerator_HandValues_IsThatOfTheNonSaturatingLoss() =>
        Assert.AreEqual(
            GanLosses.NonSaturating.ForGenerator(LossCases.Judgement).Scalar(),
            GanLosses.NonSaturatingSmoothed(0.7).ForGenerator(LossCases.Judgement).Scalar());

    [TestMethod]
    public void ForDiscriminator_LabelOne_IsTheNonSaturatingLoss() =>
        Assert.AreEqual(
            GanLosses.NonSaturating.ForDiscriminator(LossCases.Judgement).Scalar(),
            GanLosses.NonSaturatingSmoothed(1).ForDiscriminator(LossCases.Judgement).Scalar(), 1e-6);

    [TestMethod]
    [DataRow(0.9)]
    [DataRow(0.6)]
    public void ForDiscriminator_RealAndFakeAlike_IsLeastAtHalfTheRealLabel(double realLabel)
    {
        var logit = Math.Log(realLabel / 2 / (1 - realLabel / 2));

        var (real, fake) = GanLosses.NonSaturatingSmoothed(realLabel).DiscriminatorGradient(logit, logit);

        Assert.AreEqual(realLabel / 2, fake, 1e-6);
        Assert.AreEqual(0, real + fake, 1e-6);
    }

    [TestMethod]
    [DataRow(0.5)]
    [DataRow(1.1)]
    [DataRow(double.NaN)]
    public void NonSaturatingSmoothed_LabelOutOfRange_IsRefused(double realLabel)
    {
        var failure = Assert.ThrowsExactly<ArgumentException>(() => GanLosses.NonSaturatingSmoothed(realLabel));

        Assert.AreEqual(
            $"realLabel must be above 0.5 and at most 1, but was {realLabel}. The usual label is 0.9. (Parameter 'realLabel')", failure.Message);
    }
}
