using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Regularizers;

[TestClass]
public sealed class R1RegularizerTests
{
    [TestMethod]
    public void Penalty_LinearDiscriminator_IsHalfGammaTimesSquaredNormOfItsWeights()
    {
        var w = tensor(new float[] { 3, -4, 0.5f }).requires_grad_();

        var penalty = GanRegularizers.R1(10).Penalty(Steps.Of(Steps.Linear(w), randn(8, 3), randn(8, 3)))!;
        var gradient = autograd.grad([penalty], [w])[0];

        Assert.AreEqual(10.0 / 2 * (9 + 16 + 0.25), penalty.Scalar(), 1e-4);
        foreach (var (expected, actual) in w.data<float>().Zip(gradient.data<float>())) Assert.AreEqual(10 * expected, actual, 1e-4);
    }

    [TestMethod]
    public void Penalty_QuadraticDiscriminator_IsTakenPerRowAtRealRowsOnly()
    {
        var real = tensor(new float[] { 1, 2, 3, 4 }, [2, 2]);                // D(x) = ‖x‖²: ∇D = 2x, ‖∇D‖² = 4 (1 + 4) and 4 (9 + 16)

        var penalty = GanRegularizers.R1(1).PenaltyOf(Steps.Of(Steps.Quadratic, real, 100 * ones(2, 2)));

        Assert.AreEqual(0.5 * (20 + 100) / 2, penalty, 1e-4);
    }

    [TestMethod]
    public void Penalty_Images_SumsOverAllPixelsOfARow()
    {
        var w = ones(1, 2, 2).requires_grad_();

        var penalty = GanRegularizers.R1(2).PenaltyOf(Steps.Of(Steps.Linear(w), randn(5, 1, 2, 2), randn(5, 1, 2, 2)));

        Assert.AreEqual(4, penalty, 1e-5);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(-1)]
    [DataRow(double.NaN)]
    public void R1_GammaNotPositive_IsRefused(double gamma)
    {
        var failure = Assert.ThrowsExactly<ArgumentException>(() => GanRegularizers.R1(gamma));

        Assert.AreEqual(
            $"gamma must be greater than 0, but was {gamma}. For no penalty use GanRegularizers.None. (Parameter 'gamma')", failure.Message);
    }
}
