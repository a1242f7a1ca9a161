using Gan.Evaluation.Images.Measures;

namespace Gan.Evaluation.Tests.Images.Measures;

[TestClass]
public sealed class NeighbourhoodsTests
{
    private const int K = 5;

    [TestMethod]
    public void Measures_TightClusterInAWideCloud_HavePrecisionButNoRecall()
    {
        var (cloud, cluster) = (Clouds.Normal(500, 4, 1), Clouds.Normal(500, 4, 2, 0.05));
        var (ofCloud, ofCluster) = (new Neighbourhoods(cloud, K), new Neighbourhoods(cluster, K));

        Assert.IsGreaterThan(0.95, PrecisionRecall.Precision(ofCloud, cluster));
        Assert.IsLessThan(0.05, PrecisionRecall.Recall(cloud, ofCluster));
        Assert.IsGreaterThan(1.5, DensityCoverage.Density(ofCloud, cluster, K));
        Assert.IsLessThan(0.2, DensityCoverage.Coverage(ofCloud, cluster));
    }

    [TestMethod]
    public void Measures_SameDistribution_AreThoseOfTheory()
    {
        var (first, second) = (Clouds.Normal(600, 3, 1), Clouds.Normal(600, 3, 2));
        var balls = new Neighbourhoods(first, K);

        Assert.AreEqual(1, DensityCoverage.Density(balls, second, K), 0.1);
        Assert.AreEqual(1 - Math.Pow(0.5, K), DensityCoverage.Coverage(balls, second), 0.04);        // Naeem et al. 2020, with n = m
        Assert.AreEqual(PrecisionRecall.Precision(balls, second), PrecisionRecall.Recall(first, new(second, K)), 0.05);
    }

    [TestMethod]
    public void Measures_Line_AreThoseCountedByHand()
    {
        float[][] real = [[0], [1], [3], [7]], generated = [[0.5f], [2], [20], [21]];
        var balls = new Neighbourhoods(real, 1);                      // [-1, 1], [0, 2], [1, 5], [3, 11]

        CollectionAssert.AreEqual(new[] { 2, 2, 0, 0 }, balls.Containing(generated));
        Assert.AreEqual(0.5, PrecisionRecall.Precision(balls, generated));
        Assert.AreEqual(1, DensityCoverage.Density(balls, generated, 1));
        Assert.AreEqual(0.75, DensityCoverage.Coverage(balls, generated));
        Assert.AreEqual(0.75, PrecisionRecall.Recall(real, new(generated, 1)));       // [-1, 2], [0.5, 3.5], [19, 21], [20, 22]: 0, 1 and 3
    }
}
