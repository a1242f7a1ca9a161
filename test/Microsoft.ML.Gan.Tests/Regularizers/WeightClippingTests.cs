using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Regularizers;

[TestClass]
public sealed class WeightClippingTests
{
    [TestMethod]
    public void Constrain_Weights_ClampsThemInPlace()
    {
        var (matrix, bias) = (tensor(new float[] { 0.005f, -0.005f, 2, -2 }, [2, 2]), tensor(new float[] { 0.011f, -0.01f }));

        GanRegularizers.WeightClipping().Constrain([matrix, bias]);

        CollectionAssert.AreEqual(new[] { 0.005f, -0.005f, 0.01f, -0.01f }, matrix.data<float>().ToArray());
        CollectionAssert.AreEqual(new[] { 0.01f, -0.01f }, bias.data<float>().ToArray());
    }

    [TestMethod]
    public void Penalty_AnyStep_IsNone() =>
        Assert.IsNull(GanRegularizers.WeightClipping().Penalty(Steps.Of(Steps.Quadratic, ones(1, 2), zeros(1, 2))));

    [TestMethod]
    public void Fit_WithTheClipping_BoundsTheDiscriminator()
    {
        using var clipped = Train(GanRegularizers.WeightClipping(1e-3));
        using var free = Train(GanRegularizers.None);

        Assert.IsLessThan(1.2e-3, GreatestScore(clipped));    // the last layer's bias, and next to nothing of the rest
        Assert.IsGreaterThan(0.05, GreatestScore(free));
    }

    private static GanTransformer Train(IDiscriminatorRegularizer regularizer) => TestRows.MLContext.Gan().Train(
        TestRows.Clusters(), TestRows.Quick(rounds: 50, learningRate: 0.01, loss: GanLosses.Wasserstein, regularizer: regularizer));

    private static double GreatestScore(GanTransformer gan) => gan.Transform(TestRows.Clusters()).GetColumn<float>("Score").Max(Math.Abs);
}
