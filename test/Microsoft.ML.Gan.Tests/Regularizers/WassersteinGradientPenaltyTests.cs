using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Regularizers;

[TestClass]
public sealed class WassersteinGradientPenaltyTests
{
    [TestMethod]
    public void Penalty_LinearDiscriminator_IsLambdaTimesSquaredDistanceOfTheNormFromOne()
    {
        var (w, norm) = (Steps.Weights(), Math.Sqrt(25.25));

        var penalty = GanRegularizers.WassersteinGradientPenalty(3).Penalty(Steps.Of(Steps.Linear(w), randn(8, 3), randn(8, 3)))!;

        var factor = 2 * 3 * (norm - 1) / norm;
        Assert.AreEqual(3 * (norm - 1) * (norm - 1), penalty.Scalar(), 1e-4);
        Steps.AssertEqual([3 * factor, -4 * factor, 0.5 * factor], autograd.grad([penalty], [w])[0], 1e-4);
    }

    [TestMethod]
    public void Penalty_QuadraticDiscriminator_IsTakenBetweenTheRowsOfEachPair()
    {
        var noise = new TestNoise(tensor(new float[] { 0.25f, 0.5f }));

        var penalty = GanRegularizers.WassersteinGradientPenalty(1).PenaltyOf(
            Steps.Of(Steps.Quadratic, Steps.Rows(2, 0, 0, 4), Steps.Rows(-2, 0, 0, 0), noise: noise));

        // x̂ = 0.25 (2, 0) + 0.75 (−2, 0) = (−1, 0) and 0.5 (0, 4): ‖∇D‖ = 2 and 4
        Assert.AreEqual((1 + 9) / 2.0, penalty, 1e-5);
        CollectionAssert.AreEqual(new long[] { 2, 1 }, noise.Shapes.Single());
    }

    [TestMethod]
    public void Penalty_Images_HasOneNormAndOneEpsilonForEachRow()
    {
        var noise = new TestNoise();

        var penalty = GanRegularizers.WassersteinGradientPenalty(1).PenaltyOf(
            Steps.Of(Steps.Linear(ones(1, 2, 2)), randn(5, 1, 2, 2), randn(5, 1, 2, 2), noise: noise));

        Assert.AreEqual(1, penalty, 1e-5);                    // ‖w‖ = 2 over the row; each pixel's own would be 1
        CollectionAssert.AreEqual(new long[] { 5, 1, 1, 1 }, noise.Shapes.Single());
    }

    [TestMethod]
    public void Penalty_RealAndFakeAlike_ReachesTheWeightsAllTheSame()
    {
        var (w, rows) = (Steps.Weights(), randn(4, 3));

        var penalty = GanRegularizers.WassersteinGradientPenalty().Penalty(Steps.Of(Steps.Linear(w), rows, rows.clone()))!;

        Assert.AreEqual(10 * Math.Pow(Math.Sqrt(25.25) - 1, 2), penalty.Scalar(), 1e-3);
        Assert.IsGreaterThan(1, autograd.grad([penalty], [w])[0].norm().Scalar());
    }

    [TestMethod]
    public void Penalty_FlatDiscriminator_IsLambdaWithFiniteGradient()
    {
        var w = zeros(3).requires_grad_();

        var penalty = GanRegularizers.WassersteinGradientPenalty().Penalty(Steps.Of(Steps.Linear(w), randn(4, 3), randn(4, 3)))!;

        Assert.AreEqual(10, penalty.Scalar(), 1e-4);
        Steps.AssertEqual([0, 0, 0], autograd.grad([penalty], [w])[0], 0);
    }
}
