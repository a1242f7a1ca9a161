using Gan.Tool.Evaluation;

namespace Gan.Tool.Tests.Evaluation;

[TestClass]
public sealed class DistancesTests
{
    [TestMethod]
    public void MedianToNearest_EvenCount_IsBetweenTheMiddleTwo()
    {
        List<float[]> training = [[0, 0], [10, 0]];

        var median = Distances.MedianToNearest([[0, 1], [10, 3], [3, 4], [0, 0]], training);

        Assert.AreEqual(2, median, 1e-6);    // distances 0, 1, 3, 5
    }

    [TestMethod]
    public void MeanBetween_ThreePoints_IsTheMeanOfTheirThreeDistances() =>
        Assert.AreEqual((3 + 4 + 5) / 3.0, Distances.MeanBetween([[0, 0], [3, 0], [0, 4]]), 1e-6);
}
