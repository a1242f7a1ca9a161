using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Rows;

namespace Microsoft.ML.Gan.Tests.Tabular.Rows;

[TestClass]
public sealed class RowSamplerTests
{
    [TestMethod]
    public void Next_Unconditioned_HasEveryRowOncePerEpochInAnotherOrderEachTime()
    {
        using var noise = TestTables.Noise();
        int[] rows = [.. Enumerable.Range(0, 600).Where(row => row % 3 != 0)];
        var sampler = new RowSampler(TestTables.Learn(TestTables.Groups(600)), rows, noise);

        long[][] epochs = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 8).SelectMany(_ => sampler.Next(50, 0).Rows).ToArray())];

        foreach (var epoch in epochs) CollectionAssert.AreEqual(Array.ConvertAll(rows, row => (long)row), epoch.Order().ToArray());
        CollectionAssert.AreNotEqual(epochs[0], epochs[1]);
        CollectionAssert.AreNotEqual(epochs[1], epochs[2]);
    }

    [TestMethod]
    public void Next_Conditioned_GivesOneToThreeColumnsOfTheRow()
    {
        using var noise = TestTables.Noise();
        var table = TestTables.Learn(TestTables.Groups(600));
        var schema = table.Schema;
        var sampler = new RowSampler(table, [.. Enumerable.Range(100, 400)], noise);

        var (rows, flags) = sampler.Next(30, 2000);

        var choices = schema.Choices.Count;
        Assert.HasCount(2030, rows);
        Assert.IsTrue(rows.All(row => row is >= 100 and < 500));
        Assert.IsTrue(flags.Take(30 * choices).All(flag => flag == 0), "Unconditioned rows come first, with nothing given.");
        var columnsGiven = new int[4];
        for (var i = 30; i < rows.Length; i++)
        {
            var own = flags.AsSpan(i * choices, choices).ToArray();
            for (var choice = 0; choice < choices; choice++)
                if (own[choice] == 1) Assert.AreNotEqual(Choice.None, table.Slots[choice][rows[i]], "What is given is a cell of the row.");
            foreach (var column in schema.Columns.Where(column => column is { Presence: not null, ValueChoice: not null }))
                if (own[column.ValueChoice!.Value] == 1) Assert.AreEqual(1, own[column.Presence!.Value], "A given category is there.");
            columnsGiven[
                schema.Columns.Count(
                    column => (column.Presence is { } presence && own[presence] == 1) || (column.ValueChoice is { } value && own[value] == 1))]++;
        }
        Assert.AreEqual(0, columnsGiven[0]);
        Assert.IsTrue(columnsGiven[1] > 800 && columnsGiven[2] > 400 && columnsGiven[3] > 50, string.Join(", ", columnsGiven));
    }

    [TestMethod]
    public void Next_RareCategory_IsDrawnOftenerThanItOccursAndLessThanTheCommonOne()
    {
        using var noise = TestTables.Noise();
        var table = TestTables.Learn(new TestTable(1000).Texts("T", row => row % 100 == 0 ? "rare" : "common").Add("N", row => row));
        var schema = table.Schema;

        var (rows, _) = new RowSampler(table, [.. Enumerable.Range(0, 1000)], noise).Next(0, 20_000);

        var expected = Math.Pow(10, 0.75) / (Math.Pow(10, 0.75) + Math.Pow(990, 0.75));                     // 3.1 % instead of 1 %
        Assert.AreEqual(expected, rows.Count(row => row % 100 == 0) / 20_000.0, 0.006);
    }

    [TestMethod]
    public void Next_ColumnWhoseCategoriesAreAllHeldOut_DrawsFromTheOthers()
    {
        using var noise = TestTables.Noise();
        var table = TestTables.Learn(new TestTable(1000).Texts("Rare", row => row < 2 ? $"{row}" : "").Texts("T", row => $"{row % 3}"));
        var schema = table.Schema;

        var (rows, _) = new RowSampler(table, [.. Enumerable.Range(2, 998)], noise).Next(0, 500);

        Assert.IsTrue(rows.All(row => row >= 2));
    }
}
