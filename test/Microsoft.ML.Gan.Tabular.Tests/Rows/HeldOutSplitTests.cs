using Microsoft.ML.Gan.Tabular.Rows;

namespace Microsoft.ML.Gan.Tests.Tabular.Rows;

[TestClass]
public sealed class HeldOutSplitTests
{
    [TestMethod]
    [DataRow(1000, 0.1, 100)]
    [DataRow(1999, 0.25, 499)]
    [DataRow(50_000, 0.1, 2000)]
    public void Of_EnoughRows_PartsThem(int rows, double share, int heldOut)
    {
        using var noise = TestTables.Noise();

        var split = HeldOutSplit.Of(rows, share, noise);

        Assert.IsTrue(split.HoldsOut);
        Assert.HasCount(heldOut, split.HeldOut);
        CollectionAssert.AreEqual(Enumerable.Range(0, rows).ToArray(), split.Training.Concat(split.HeldOut).Order().ToArray());
    }

    [TestMethod]
    [DataRow(999, 0.5, 999)]
    [DataRow(5000, 0.0, 2000)]
    public void Of_FewRowsOrNoShare_TrainsOnAllAndMeasuresAgainstThem(int rows, double share, int measured)
    {
        using var noise = TestTables.Noise();

        var split = HeldOutSplit.Of(rows, share, noise);

        Assert.IsFalse(split.HoldsOut);
        CollectionAssert.AreEqual(Enumerable.Range(0, rows).ToArray(), split.Training.Order().ToArray());
        Assert.HasCount(measured, split.HeldOut.Distinct().ToList());
    }
}
