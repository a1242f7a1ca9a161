using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class ColumnRanksTests
{
    [TestMethod]
    public void Ranks_SharedAndMissingValues_AreThoseCountedByHand()
    {
        var ranks = new ColumnRanks([5, double.NaN, 2, 5, 9, 1, 7, 3, 8, 4]);           // of nine: 1 2 3 4 | 5 5 | 7 8 9

        AssertRanks([4 / 9f, 0, 1 / 9f, 4 / 9f, 8 / 9f, 0, 6 / 9f, 2 / 9f, 7 / 9f, 3 / 9f], ranks.Low);
        AssertRanks([6 / 9f, 0, 2 / 9f, 6 / 9f, 1, 1 / 9f, 7 / 9f, 3 / 9f, 8 / 9f, 4 / 9f], ranks.High);
    }

    [TestMethod]
    [DataRow(new double[] { 0, 0, 0, 0, 0, 0, 0, 1, 2, 3 }, new[] { 0.25f, 0.5f, 0.75f, 1f })]                        // four values: a quarter each
    // six rows share what is left: 0.75 / 6 a row
    [DataRow(new double[] { 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4, 5 }, new[] { 0.25f, 0.5f, 0.625f, 0.75f, 0.875f, 1f })]
    // both common values have a quarter
    [DataRow(new double[] { 0, 0, 0, 0, 0, 9, 9, 9, 9, 9, 4, 5 }, new[] { 0.25f, 0.5f, 0.75f, 1f })]
    [DataRow(new double[] { 3, 3, 3, 3, 8 }, new[] { 0.5f, 1f })]
    [DataRow(new double[] { 7, 7 }, new[] { 1f })]
    public void Ranks_ValueOfMoreThanAQuarterOfTheRows_HasAQuarterOfTheLine(double[] values, float[] ends)
    {
        var ranks = new ColumnRanks(values);

        AssertRanks(ends, [.. ranks.High.Distinct().Order()]);
        AssertRanks([0, .. ends[..^1]], [.. ranks.Low.Distinct().Order()]);
    }

    [TestMethod]
    public void Ranks_DifferentValues_AreIntervalsThatFillTheLine()
    {
        var ranks = new ColumnRanks([.. Enumerable.Range(0, 40).Select(row => (double)(7 * row % 40))]);

        CollectionAssert.AreEqual(Enumerable.Range(0, 40).Select(row => 7 * row % 40 / 40f).ToArray(), ranks.Low);
        CollectionAssert.AreEqual(Enumerable.Range(0, 40).Select(row => (7 * row % 40 + 1) / 40f).ToArray(), ranks.High);
    }

    [TestMethod]
    public void OfKnots_CommonValue_EndsWhereItsRowsDo()
    {
        double[] values = [.. Enumerable.Repeat(0.0, 900), .. Enumerable.Range(1, 100)];

        var ranks = new ColumnRanks(values);

        Assert.AreEqual(0.25, ranks.Learnt.OfKnots.Where((_, knot) => ranks.Learnt.Knots.Values[knot] == 0).Max(), 1e-6);
        foreach (var (knot, share) in ranks.Learnt.Knots.Ranks.Index().Where(pair => pair.Item >= 0.9)) Assert
            .AreEqual(0.25 + 0.75 * (share - 0.9) / 0.1, ranks.Learnt.OfKnots[knot], 1e-6);
    }

    private static void AssertRanks(float[] expected, float[] actual)
    {
        Assert.HasCount(expected.Length, actual);
        for (var i = 0; i < expected.Length; i++) Assert.AreEqual(expected[i], actual[i], 1e-6f);
    }
}
