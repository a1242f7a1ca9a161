using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Regularizers;

[TestClass]
public sealed class R2RegularizerTests
{
    [TestMethod]
    public void Penalty_LinearDiscriminator_IsHalfGammaTimesSquaredNormOfItsWeights()
    {
        var w = Steps.Weights();

        var penalty = GanRegularizers.R2(10).Penalty(Steps.Of(Steps.Linear(w), randn(8, 3), randn(8, 3)))!;

        Assert.AreEqual(10.0 / 2 * 25.25, penalty.Scalar(), 1e-4);
        Steps.AssertEqual([30, -40, 5], autograd.grad([penalty], [w])[0], 1e-4);
    }

    [TestMethod]
    public void Penalty_QuadraticDiscriminator_IsTakenPerRowAtFakeRowsOnly()
    {
        var penalty = GanRegularizers.R2(1).PenaltyOf(Steps.Of(Steps.Quadratic, 100 * ones(2, 2), Steps.Rows(1, 2, 3, 4)));

        Assert.AreEqual(0.5 * (4 * 5 + 4 * 25) / 2, penalty, 1e-4);
    }
}
