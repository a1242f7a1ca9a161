using Gan.Evaluation.Tables;

namespace Gan.Evaluation.Tests.Tables;

[TestClass]
public sealed class RowSampleTests
{
    [TestMethod]
    public void Draw_SomeRows_HasEachAtMostOnceAndTheSameAgain()
    {
        var rows = RowSample.Draw(100, 60, RowSample.Purpose.Folds);

        Assert.HasCount(60, rows.Distinct().ToList());
        CollectionAssert.AreEqual(rows, RowSample.Draw(100, 60, RowSample.Purpose.Folds));
        CollectionAssert.AreNotEqual(rows, RowSample.Draw(100, 60, RowSample.Purpose.HeldOut));
        CollectionAssert.AreEquivalent(Enumerable.Range(0, 100).ToArray(), RowSample.Draw(100, 1000, RowSample.Purpose.Folds));
    }

    [TestMethod]
    public void Resample_MoreRowsThanThereAre_HasEachAboutAsOften()
    {
        var rows = RowSample.Resample(10, 10_000, RowSample.Purpose.Ceiling);

        var counts = rows.GroupBy(row => row).ToDictionary(group => group.Key, group => group.Count());
        CollectionAssert.AreEquivalent(Enumerable.Range(0, 10).ToArray(), counts.Keys);
        foreach (var count in counts.Values) Assert.AreEqual(1000, count, delta: 150);       // five standard deviations of 30
        CollectionAssert.AreEqual(rows, RowSample.Resample(10, 10_000, RowSample.Purpose.Ceiling));
    }
}
