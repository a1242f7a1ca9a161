using Gan.Evaluation.Images.Measures;

namespace Gan.Evaluation.Tests.Images.Measures;

[TestClass]
public sealed class VendiScoreTests
{
    [TestMethod]
    public void VendiScore_OrthogonalVectors_IsTheirNumber() => Assert.AreEqual(3, VendiScore.Of([[2, 0, 0], [0, 1, 0], [0, 0, 5]]), 1e-6);

    [TestMethod]
    public void VendiScore_EqualVectors_Is1() => Assert.AreEqual(1, VendiScore.Of([[1, 2], [1, 2], [2, 4], [3, 6]]), 1e-6);

    [TestMethod]
    public void VendiScore_ZerosAndAnother_IsThatOfTheirShares()
    {
        var expected = Math.Exp(-(0.75 * Math.Log(0.75) + 0.25 * Math.Log(0.25)));

        Assert.AreEqual(expected, VendiScore.Of([[0, 0], [0, 0], [0, 0], [1, 1]]), 1e-6);
    }
}
