using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Regularizers;

[TestClass]
public sealed class DraganPenaltyTests
{
    [TestMethod]
    public void Penalty_LinearDiscriminator_IsLambdaTimesSquaredDistanceOfTheNormFromOne()
    {
        var (w, norm) = (Steps.Weights(), Math.Sqrt(25.25));

        var penalty = GanRegularizers.Dragan(3).Penalty(Steps.Of(Steps.Linear(w), randn(8, 3), randn(8, 3)))!;

        var factor = 2 * 3 * (norm - 1) / norm;
        Assert.AreEqual(3 * (norm - 1) * (norm - 1), penalty.Scalar(), 1e-4);
        Steps.AssertEqual([3 * factor, -4 * factor, 0.5 * factor], autograd.grad([penalty], [w])[0], 1e-4);
    }

    [TestMethod]
    public void Penalty_QuadraticDiscriminator_IsTakenAroundTheRealRowsByTheirDeviation()
    {
        var noise = new TestNoise(Steps.Rows(1, 0, 0, -2));
        var real = Steps.Rows(3, -3, 3, -3);                  // standard deviation 3, so that x + δ = x + 1.5 noise

        var penalty = GanRegularizers.Dragan(1).PenaltyOf(Steps.Of(Steps.Quadratic, real, 100 * ones(2, 2), noise: noise));

        var norms = new[] { 2 * Math.Sqrt(4.5 * 4.5 + 3 * 3), 2 * Math.Sqrt(3 * 3 + 6 * 6) };
        Assert.AreEqual(norms.Average(norm => (norm - 1) * (norm - 1)), penalty, 1e-3);
        CollectionAssert.AreEqual(new long[] { 2, 2 }, noise.Shapes.Single());
    }

    [TestMethod]
    public void Penalty_MoreNoise_IsTakenFartherOff()
    {
        var penalty = GanRegularizers.Dragan(1, noise: 1).PenaltyOf(
            Steps.Of(Steps.Quadratic, Steps.Rows(3, -3), Steps.Rows(0, 0), noise: new TestNoise(Steps.Rows(1, -1))));

        Assert.AreEqual(Math.Pow(2 * Math.Sqrt(72) - 1, 2), penalty, 1e-2);
    }

    [TestMethod]
    public void Penalty_Images_HasOneNormForEachRow() =>
        Assert.AreEqual(1, GanRegularizers.Dragan(1).PenaltyOf(Steps.Of(Steps.Linear(ones(1, 2, 2)), randn(5, 1, 2, 2), randn(5, 1, 2, 2))), 1e-5);

    [TestMethod]
    public void Penalty_OneNumberOnly_IsFinite() =>
        Assert.AreEqual(10 * 9, GanRegularizers.Dragan().PenaltyOf(Steps.Of(Steps.Quadratic, 2 * ones(1, 1), zeros(1, 1))), 1e-3);
}
