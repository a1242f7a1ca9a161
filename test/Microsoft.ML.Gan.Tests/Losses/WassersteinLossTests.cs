namespace Microsoft.ML.Gan.Tests.Losses;

[TestClass]
public sealed class WassersteinLossTests
{
    [TestMethod]
    public void ForDiscriminator_HandValues_IsFakeMinusRealMean() =>
        Assert.AreEqual(-1 - 1.25, GanLosses.Wasserstein.ForDiscriminator(LossCases.Judgement).Scalar(), 1e-6);

    [TestMethod]
    public void ForGenerator_HandValues_IsMinusTheMeanLogit() =>
        Assert.AreEqual(1, GanLosses.Wasserstein.ForGenerator(LossCases.Judgement).Scalar(), 1e-6);

    [TestMethod]
    public void Gradients_AnyLogits_AreOne()
    {
        Assert.AreEqual((-1.0, 1.0), GanLosses.Wasserstein.DiscriminatorGradient(real: 40, fake: -3));
        Assert.AreEqual(-1.0, GanLosses.Wasserstein.GeneratorGradient(real: 40, fake: -3));
    }
}
