using Gan.Evaluation.Tables.Models;

namespace Gan.Evaluation.Tests.Tables.Models;

[TestClass]
public sealed class RocCurveTests
{
    [TestMethod]
    [DataRow(new float[] { 1, 2, 3, 4 }, 1.0)]
    [DataRow(new float[] { 4, 3, 2, 1 }, 0.0)]
    [DataRow(new float[] { 1, 3, 2, 4 }, 0.75)]                                                  // of four pairs one is in the wrong order
    [DataRow(new float[] { 1, 2, 2, 4 }, 0.875)]                                                 // or ties
    [DataRow(new float[] { 5, 5, 5, 5 }, 0.5)]
    public void Area_Scores_IsTheShareOfPairsInOrder(float[] scores, double expected) =>
        Assert.AreEqual(expected, RocCurve.Area(scores, [false, false, true, true])!.Value, 1e-12);

    [TestMethod]
    public void Area_RowsOfOneKind_IsNotMeasured() => Assert.IsNull(RocCurve.Area([1, 2], [true, true]));
}
