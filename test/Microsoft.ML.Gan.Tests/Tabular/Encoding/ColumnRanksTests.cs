using Microsoft.ML.Gan.Tabular.Encoding;

namespace Microsoft.ML.Gan.Tests.Tabular.Encoding;

[TestClass]
public sealed class ColumnRanksTests
{
    [TestMethod]
    public void Ranks_SharedAndMissingValues_AreThoseCountedByHand()
    {
        var ranks = new ColumnRanks([5, double.NaN, 2, 5, 9, 5]);                 // of five: 2 | 5 5 5 | 9

        CollectionAssert.AreEqual(new[] { 0.2f, 0, 0, 0.2f, 0.8f, 0.2f }, ranks.Low);
        CollectionAssert.AreEqual(new[] { 0.8f, 0, 0.2f, 0.8f, 1, 0.8f }, ranks.High);
    }

    [TestMethod]
    public void Ranks_DifferentValues_AreIntervalsThatFillTheLine()
    {
        var ranks = new ColumnRanks([.. Enumerable.Range(0, 40).Select(row => (double)(7 * row % 40))]);

        CollectionAssert.AreEqual(Enumerable.Range(0, 40).Select(row => 7 * row % 40 / 40f).ToArray(), ranks.Low);
        CollectionAssert.AreEqual(Enumerable.Range(0, 40).Select(row => (7 * row % 40 + 1) / 40f).ToArray(), ranks.High);
    }
}
