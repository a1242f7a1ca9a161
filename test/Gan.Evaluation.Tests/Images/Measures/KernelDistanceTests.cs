using Gan.Evaluation.Images.Measures;

namespace Gan.Evaluation.Tests.Images.Measures;

[TestClass]
public sealed class KernelDistanceTests
{
    [TestMethod]
    public void Estimate_TinyNumbers_IsTheOneByHand()
    {
        // k(x, y) = (x y + 1)³ in one dimension: k(1, 2) = 27, k(0, 3) = 1; across k = 1, 64, 1, 343.
        var estimate = KernelDistance.Estimate([[1], [2]], [[0], [3]]);

        Assert.AreEqual(27 + 1 - 2 * (1 + 64 + 1 + 343) / 4.0, estimate, 1e-6);
    }

    [TestMethod]
    public void Between_SameDistribution_IsAbout0WithADeviation()
    {
        var (mean, deviation) = KernelDistance.Between(Clouds.Normal(400, 6, 1), Clouds.Normal(400, 6, 2), 40, 100);

        Assert.IsLessThan(0.05, Math.Abs(mean));
        Assert.IsGreaterThan(0.005, deviation);
        Assert.IsLessThan(0.3, deviation);
    }

    [TestMethod]
    public void Between_ShiftedDistribution_IsThatOfMoments()
    {
        var (mean, _) = KernelDistance.Between(Clouds.Normal(2_000, 1, 1, 0.5), Clouds.Normal(2_000, 1, 2, 0.5, 1), 20, 1_000);

        // (x y + 1)³ = Σ (3 choose p) xᵖ yᵖ: the distance is Σ (3 choose p) (E xᵖ − E yᵖ)², with E y = 1, E y² = 1.25, E y³ = 1.75.
        Assert.AreEqual(3 * 1 + 3 * 1 + 1.75 * 1.75, mean, 0.6);
    }
}
