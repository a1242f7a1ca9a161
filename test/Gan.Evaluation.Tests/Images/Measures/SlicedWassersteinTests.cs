using Gan.Evaluation.Images.Measures;

namespace Gan.Evaluation.Tests.Images.Measures;

[TestClass]
public sealed class SlicedWassersteinTests
{
    [TestMethod]
    public void SquaredAlong_UnequalNumbers_ComparesQuantiles()
    {
        // A third each at 0, 3, 6 against halves at 0 and 6: 0 of 1/3, 3² of 1/6 twice, 0 of 1/3.
        Assert.AreEqual(3, SlicedWasserstein.SquaredAlong([0, 3, 6], [0, 6]), 1e-9);
    }

    [TestMethod]
    public void Between_ShiftedPoints_IsTheShiftByTheRootOfTheDimension()
    {
        var points = Clouds.Normal(50, 3, 1);
        var shifted = Array.ConvertAll(points, point => new[] { point[0] + 4, point[1] + 4, point[2] + 4 });

        Assert.AreEqual(4, SlicedWasserstein.Between(points, shifted), 0.5);
        Assert.AreEqual(0, SlicedWasserstein.Between(points, points), 1e-9);
    }
}
