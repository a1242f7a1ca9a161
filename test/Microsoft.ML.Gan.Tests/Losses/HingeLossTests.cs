namespace Microsoft.ML.Gan.Tests.Losses;

[TestClass]
public sealed class HingeLossTests
{
    [TestMethod]
    public void ForDiscriminator_HandValues_CountsWhatIsWithinTheMargin() =>
        Assert.AreEqual((0 + 0.5) / 2 + (0 + 1) / 2.0, GanLosses.Hinge.ForDiscriminator(LossCases.Judgement).Scalar(), 1e-6);

    [TestMethod]
    public void ForGenerator_HandValues_IsMinusTheMeanLogit() =>
        Assert.AreEqual(1, GanLosses.Hinge.ForGenerator(LossCases.Judgement).Scalar(), 1e-6);

    [TestMethod]
    public void ForDiscriminator_LogitsBeyondTheMargin_HaveNoGradient()
    {
        Assert.AreEqual((0.0, 0.0), GanLosses.Hinge.DiscriminatorGradient(real: 1.1, fake: -1.1));
        Assert.AreEqual((-1.0, 1.0), GanLosses.Hinge.DiscriminatorGradient(real: 0.9, fake: -0.9));
    }

    [TestMethod]
    public void ForGenerator_SureDiscriminator_KeepsItsGradient() =>
        Assert.AreEqual(-1, GanLosses.Hinge.GeneratorGradient(real: 100, fake: -100), 1e-6);
}
