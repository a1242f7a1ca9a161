namespace Microsoft.ML.Gan.Tests.Losses;

[TestClass]
public sealed class LeastSquaresLossTests
{
    [TestMethod]
    public void ForDiscriminator_HandValues_PullsRealToOneAndFakeToZero() =>
        Assert.AreEqual(((1 + 0.25) / 2 + (4 + 0) / 2.0) / 2, GanLosses.LeastSquares.ForDiscriminator(LossCases.Judgement).Scalar(), 1e-6);

    [TestMethod]
    public void ForGenerator_HandValues_PullsFakeToOne() =>
        Assert.AreEqual((9 + 1) / 2.0 / 2, GanLosses.LeastSquares.ForGenerator(LossCases.Judgement).Scalar(), 1e-6);

    [TestMethod]
    public void Gradients_HandValues_AreTheDistancesFromTheTargets()
    {
        var (real, fake) = GanLosses.LeastSquares.DiscriminatorGradient(real: 3, fake: -2);

        Assert.AreEqual(3 - 1, real, 1e-6);
        Assert.AreEqual(-2 - 0, fake, 1e-6);
        Assert.AreEqual(-2 - 1, GanLosses.LeastSquares.GeneratorGradient(real: 3, fake: -2), 1e-6);
    }
}
