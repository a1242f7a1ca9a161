using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Regularizers;

[TestClass]
public sealed class R1R2RegularizerTests
{
    [TestMethod]
    public void Penalty_LinearDiscriminator_IsGammaTimesSquaredNormOfItsWeights()
    {
        var w = Steps.Weights();

        var penalty = GanRegularizers.R1R2(10).Penalty(Steps.Of(Steps.Linear(w), randn(8, 3), randn(8, 3)))!;

        Assert.AreEqual(10 * 25.25, penalty.Scalar(), 1e-3);
        Steps.AssertEqual([60, -80, 10], autograd.grad([penalty], [w])[0], 1e-3);
    }

    [TestMethod]
    public void Penalty_QuadraticDiscriminator_AddsBothKindsOfRows()
    {
        var penalty = GanRegularizers.R1R2(1).PenaltyOf(Steps.Of(Steps.Quadratic, Steps.Rows(1, 2, 3, 4), Steps.Rows(1, 0, 0, 3)));

        Assert.AreEqual(0.5 * ((20 + 100) / 2.0 + (4 + 36) / 2.0), penalty, 1e-4);
    }

    [TestMethod]
    public void Penalty_Network_HasTheValueAndTheGradientsOfR1AndR2Combined()
    {
        using var network = nn.Sequential(nn.Linear(2, 8), nn.SiLU(), nn.Linear(8, 1));
        var weights = network.parameters().Where(weight => weight.dim() == 2).ToArray();
        var (real, fake) = (randn(16, 2), randn(16, 2) + 1);

        var together = GanRegularizers.R1R2(0.5).Penalty(Steps.Of(network.call, real, fake))!;
        var apart = GanRegularizers.Combine(GanRegularizers.R1(0.5), GanRegularizers.R2(0.5)).Penalty(Steps.Of(network.call, real, fake))!;

        Assert.IsGreaterThan(0, together.Scalar());
        Assert.AreEqual(apart.Scalar(), together.Scalar(), 1e-6);
        foreach (var (one, other) in autograd.grad([together], weights).Zip(autograd.grad([apart], weights)))
        {
            Assert.IsTrue(one.abs().sum().Scalar() > 0);
            Assert.IsTrue(one.allclose(other, rtol: 1e-4, atol: 1e-7));
        }
    }
}
