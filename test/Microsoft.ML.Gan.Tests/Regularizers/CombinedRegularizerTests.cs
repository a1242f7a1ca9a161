using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Regularizers;

[TestClass]
public sealed class CombinedRegularizerTests
{
    [TestMethod]
    public void Penalty_OfSeveral_IsTheirSumWithoutTheAbsent()
    {
        var w = Steps.Weights();
        var combined = GanRegularizers.Combine(
            GanRegularizers.None, GanRegularizers.R1(2), GanRegularizers.WassersteinGradientPenalty(1), GanRegularizers.WeightClipping());

        var penalty = combined.Penalty(Steps.Of(Steps.Linear(w), randn(4, 3), randn(4, 3)))!;

        var norm = Math.Sqrt(25.25);
        var factor = 2 + 2 * (norm - 1) / norm;
        Assert.AreEqual(norm * norm + (norm - 1) * (norm - 1), penalty.Scalar(), 1e-4);
        Steps.AssertEqual([3 * factor, -4 * factor, 0.5 * factor], autograd.grad([penalty], [w])[0], 1e-4);
    }

    [TestMethod]
    public void Penalty_OfNothing_IsNone() =>
        Assert.IsNull(GanRegularizers.Combine(GanRegularizers.None, GanRegularizers.WeightClipping())
            .Penalty(Steps.Of(Steps.Quadratic, ones(1, 2), zeros(1, 2))));

    [TestMethod]
    public void Constrain_OfSeveral_AppliesEach()
    {
        var weight = tensor(new float[] { 5, -0.3f });

        GanRegularizers.Combine(GanRegularizers.WeightClipping(1), GanRegularizers.R1(1), GanRegularizers.WeightClipping(0.5)).Constrain([weight]);

        CollectionAssert.AreEqual(new[] { 0.5f, -0.3f }, weight.data<float>().ToArray());
    }

    [TestMethod]
    public void Combine_ArrayChangedAfterwards_KeepsItsRegularizers()
    {
        IDiscriminatorRegularizer[] parts = [GanRegularizers.R1(1), GanRegularizers.R2(1)];
        var combined = GanRegularizers.Combine(parts);

        parts[0] = GanRegularizers.None;

        Assert.AreEqual("R1(γ=1) + R2(γ=1)", combined.Name);
    }
}
