using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class FrequentValueTests
{
    [TestMethod]
    public void Common_NearlyAllRows_AreTheRanksCountedByHand()
    {
        // 112 of 120 rows; each common value has a quarter of the ranks, the others together the last
        var common = new ColumnRanks(Column(others: 8)).Learnt.Frequent;

        CollectionAssert.AreEqual(
            new[] { new FrequentValue(0, 0.125f, 0.125f), new FrequentValue(3, 0.375f, 0.125f), new FrequentValue(9, 0.625f, 0.125f) },
                common.ToArray());
    }

    [TestMethod]
    [DataRow(12, 3)]                                                           // 112 of 124: 0.903
    [DataRow(13, 0)]                                                           // 112 of 125: 0.896
    public void Common_OneRowMore_IsNoLongerNearlyAll(int others, int expected) =>
        Assert.HasCount(expected, new ColumnRanks(Column(others)).Learnt.Frequent);

    [TestMethod]
    public void Common_ValueOfFewRows_IsNotCommon()
    {
        double[] values = [.. Enumerable.Repeat(1.0, 200), .. Enumerable.Repeat(2.0, 20), .. Enumerable.Repeat(3.0, 19)];

        CollectionAssert.AreEqual(new[] { 1.0, 2.0 }, new ColumnRanks(values).Learnt.Frequent.Select(value => value.Value).ToArray());
    }

    [TestMethod]
    public void Common_ManyValues_AreTheCommonest()
    {
        double[] values = [.. Enumerable.Range(0, 34).SelectMany(value => Enumerable.Repeat((double)value, 100 - value))];

        CollectionAssert.AreEqual(
            Enumerable.Range(0, 32).Select(value => (double)value).ToArray(),
                new ColumnRanks(values).Learnt.Frequent.Select(value => value.Value).ToArray());
    }

    [TestMethod]
    [DataRow(256, 256)]
    [DataRow(280, 256)]                                                        // 0.914 of the rows
    [DataRow(290, 0)]                                                          // 0.883
    public void Common_NoFewInNearlyAllRows_AreMany(int values, int expected) =>
        Assert.HasCount(expected, new ColumnRanks([.. Enumerable.Range(0, 20 * values).Select(row => (double)(row % values))]).Learnt.Frequent);

    [TestMethod]
    public void CommonNumbers_ManyValues_AreThoseThatACategoryTells()
    {
        var schema = TestTables.Encode(TestTables.Rates());

        Assert.AreEqual(50, schema.Numbers.Single(number => number.Column == "Age").Ranks.Frequent.Count);
        Assert.AreEqual("Rate", NameOf(schema, schema.DiscreteNumbers.Single()));
        Assert.HasCount(60, schema.DiscreteNumbers[0].Values);
    }

    [TestMethod]
    public void CommonNumbers_Slots_AreThoseOfTheRowsBehindTheMadeOnes()
    {
        var table = TestTables.Doses();
        var schema = TestTables.Encode(table);
        var learnt = new Dictionary<string, ColumnRanks>();
        foreach (var name in new[] { "Dose", "Other" }) learnt.Add(name, new ColumnRanks(table.Numbers(name)));

        CollectionAssert.AreEqual(new[] { "Dose", "Other" }, schema.DiscreteNumbers.Select(discrete => NameOf(schema, discrete)).ToArray());
        CollectionAssert.AreEqual(
            new[] { schema.Layout.MadeSlots, schema.Layout.MadeSlots + 4 }, schema.DiscreteNumbers.Select(common => common.Choice.Offset).ToArray());
        foreach (var (discrete, values) in schema.DiscreteNumbers.Zip(new double[][] { [0, 10, 20, 40], [0, 2.5, 5, 7.5, 10] }))
        {
            var name = NameOf(schema, discrete);
            foreach (var (row, value) in table.Numbers(name).Index()) Assert.AreEqual(Array.IndexOf(values, value), learnt[name].FrequentSlots[row]);
        }
    }

    private static string NameOf(TableSchema schema, DiscreteNumber discrete) => schema.Numbers[discrete.Number].Column;

    /// <summary>0, 3 and 9, in 50, 40 and 22 rows, and other values, in one row each.</summary>
    private static double[] Column(int others) =>
        [.. Enumerable.Repeat(9.0, 22), .. Enumerable.Range(0, others).Select(value => 20.0 + value), .. Enumerable.Repeat(0.0, 50),
            .. Enumerable.Repeat(3.0, 40)];
}
