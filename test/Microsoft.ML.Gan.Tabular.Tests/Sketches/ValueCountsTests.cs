using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tests.Tabular.Sketches;

[TestClass]
public sealed class ValueCountsTests
{
    [TestMethod]
    public void Of_FewValues_IsTheNumberOfTheirRows()
    {
        var counts = new ValueCounts(most: 100);
        for (var row = 0; row < 10_000; row++) counts.Add(CellHash.Of(row % 100));

        Assert.AreEqual(1, counts.OneOf);
        Assert.HasCount(100, counts.Counts);
        Assert.AreEqual(100, counts.Of(CellHash.Of(7)));
        Assert.IsNull(counts.Of(CellHash.Of(100)));
    }

    /// <summary>Value v occurs 1 + v mod 3 times; of 30,000 at most 1,000 are counted.</summary>
    [TestMethod]
    public void Of_TooManyValues_IsExactForAUniformSampleOfThem()
    {
        var counts = new ValueCounts(most: 1_000);
        for (var time = 0; time < 3; time++)
            for (var value = 0; value < 30_000; value++)
                if (value % 3 >= time) counts.Add(CellHash.Of($"value {value}"));

        var known = Enumerable.Range(0, 30_000).Where(value => counts.Of(CellHash.Of($"value {value}")) is not null).ToList();

        Assert.HasCount(known.Count, counts.Counts);
        Assert.IsTrue(known.TrueForAll(value => counts.Of(CellHash.Of($"value {value}")) == 1 + value % 3));
        Assert.AreEqual(30_000, counts.OneOf * known.Count, 5_000);
        Assert.AreEqual(1.0 / 3, counts.Counts.Count(count => count == 1) / (double)known.Count, 0.07);
    }

    [TestMethod]
    public void CellHash_ValuesThatAreEqual_AreHashedAlike()
    {
        Assert.AreEqual(CellHash.Of(0.0), CellHash.Of(-0.0));
        Assert.AreEqual(CellHash.Of("red"), CellHash.Of("a red one".AsSpan(2, 3)));
        Assert.AreNotEqual(CellHash.Of("red"), CellHash.Of("der"));
    }
}
