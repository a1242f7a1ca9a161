using Gan.Evaluation.Images.Measures;

namespace Gan.Evaluation.Tests.Images.Measures;

[TestClass]
public sealed class FrechetDistanceTests
{
    /// <summary>Corners of a box have mean 0 and a diagonal covariance: 8/7 of the squared half-sides.</summary>
    private static float[][] Box(float a, float b, float c, float shift = 0) =>
        [.. Enumerable.Range(0, 8).Select(corner => new[]
        {
            shift + ((corner & 1) == 0 ? a : -a), (corner & 2) == 0 ? b : -b, (corner & 4) == 0 ? c : -c,
        })];

    [TestMethod]
    public void FrechetDistance_DiagonalCovariances_IsTheClosedForm()
    {
        var distance = new FrechetDistance(Box(1, 2, 0)).To(Box(3, 1, 2, shift: 5));

        Assert.AreEqual(25 + 8.0 / 7 * ((3 - 1) * (3 - 1) + (2 - 1) * (2 - 1) + 2 * 2), distance, 1e-6);
    }

    [TestMethod]
    public void FrechetDistance_CovariancesThatDoNotCommute_IsThatOfTwoByTwoMatrices()
    {
        float[][] real = [[1, 0], [-1, 0], [0, 3], [0, -3]];
        float[][] others = [[2, 2], [-2, -2], [1, -1], [-1, 1]];

        var distance = new FrechetDistance(real).To(others);

        // Σ = diag(2, 18) / 3, Σ' = [10 6; 6 10] / 3; tr √M = √(tr M + 2 √det M) for M = Σ Σ'.
        var shared = Math.Sqrt((2 * 10 + 18 * 10) / 9.0 + 2 * Math.Sqrt(2 * 18 * (100 - 36) / 81.0));
        Assert.AreEqual(20 / 3.0 + 20 / 3.0 - 2 * shared, distance, 1e-6);
    }

    [TestMethod]
    public void FrechetDistance_ToItself_Is0() => Assert.AreEqual(0, new FrechetDistance(Box(1, 2, 3)).To(Box(1, 2, 3)), 1e-9);
}
