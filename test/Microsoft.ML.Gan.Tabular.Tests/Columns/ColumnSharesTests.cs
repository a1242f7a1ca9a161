using System.Text.Json;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

/// <summary>What the manifest tells of the training rows' distribution.</summary>
[TestClass]
public sealed class ColumnSharesTests
{
    [TestMethod]
    public void Of_Categories_AreTheSharesOfAllRows()
    {
        var shares = Of(new TestTable(1000).Texts("A", row => row < 100 ? "" : row < 400 ? "b" : "a"));

        Assert.AreEqual(0.1, shares.Missing);
        CollectionAssert.AreEqual(new[] { 0.6, 0.3 }, shares.Categories.ToArray());
        Assert.IsNull(shares.Histogram);
    }

    [TestMethod]
    public void Of_Shares_HaveThreeDigits()
    {
        var shares = Of(new TestTable(70_000).Texts("A", row => row < 7 ? "rare" : row < 30_000 ? "b" : "a"));

        CollectionAssert.AreEqual(new[] { 0.571, 0.428, 0.0001 }, shares.Categories.ToArray());
    }

    [TestMethod]
    public void Of_Numbers_AreTwentyBinsBetweenTheEndsOfTheFile()
    {
        var shares = Of(new TestTable(1000).Add("A", row => row % 4 == 0 ? double.NaN : row < 500 ? row / 5.0 : 300 + row / 5.0));

        Assert.AreEqual(0.25, shares.Missing);
        Assert.HasCount(0, shares.Categories);
        var histogram = shares.Histogram!;
        Assert.HasCount(20, histogram.Shares);
        Assert.IsTrue(histogram.Least is > 0.2 and < 2 && histogram.Greatest is > 498 and < 499.8, $"{histogram}");
        Assert.AreEqual(0.75, histogram.Shares.Sum(), 0.01);
        CollectionAssert.AreEqual(Enumerable.Repeat(0.0, 12).ToArray(), histogram.Shares.Skip(4).Take(12).ToArray());
        Assert.IsTrue(histogram.Shares.Take(4).Concat(histogram.Shares.Skip(16)).All(share => share is > 0.08 and < 0.1));
    }

    [TestMethod]
    public void Of_DatesAndUnsignedNumbers_AreInTheUnitsOfTheirTensors()
    {
        var first = new DateTime(2024, 1, 1, 6, 0, 0);
        var dates = Of(new TestTable(100).Add("A", row => first.AddHours(row))).Histogram!;
        var wholes = Of(new TestTable(100).Add("A", row => ulong.MaxValue / 100 * (ulong)row)).Histogram!;

        Assert.AreEqual(first.Ticks, dates.Least, 4.0 * TimeSpan.TicksPerHour);
        Assert.AreEqual(first.AddHours(99).Ticks, dates.Greatest, 4.0 * TimeSpan.TicksPerHour);
        Assert.AreEqual(0.02, wholes.Least / ulong.MaxValue, 0.02);
        Assert.AreEqual(0.97, wholes.Greatest / ulong.MaxValue, 0.02);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(4)]
    public void Of_FewerThanFiveRows_TellNothingOfTheirNumber(int rare)
    {
        Assert.AreEqual(Texts(5), Texts(rare), "a category of five rows, and one of fewer, are told alike");
        Assert.AreEqual(Missing(5), Missing(rare));
        Assert.AreEqual(Numbers(0), Numbers(rare), "a bin of no rows, and one of a few, are told alike");
        Assert.AreNotEqual(Texts(5), Texts(6));
        Assert.AreNotEqual(Numbers(0), Numbers(6));

        static string Texts(int rare) => Json(new TestTable(100 + rare).Texts("A", row => row < 60 ? "a" : row < 100 ? "b" : "c"));

        static string Missing(int rare) => Json(new TestTable(100 + rare).Texts("A", row => row < 60 ? "a" : row < 100 ? "b" : ""));

        static string Numbers(int rare) =>
            Json(new TestTable(200 + rare).Add("A", row => row >= 200 ? 50.5 : row < 100 ? row / 10.0 : 90 + row / 20.0));

        static string Json(TestTable table) => JsonSerializer.Serialize(Of(table));
    }

    private static ColumnShares Of(TestTable table) => ColumnShares.Of(TestTables.Read(table).Columns[0]);
}
