using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class CommonCategoriesTests
{
    private const int Least = 5;

    [TestMethod]
    public void Keep_CategoriesOfFewRows_AreDrawnAmongTheOthersByTheirShares()
    {
        // 3,000 a, 1,000 b, 250 towns of 4 rows each
        var data = new TestTable(5_000).Texts("T", row => row < 3_000 ? "a" : row < 4_000 ? "b" : $"town {row / 4}");

        var column = (CategoryColumn)Keep(data).Columns[0];

        CollectionAssert.AreEqual(new[] { "a", "b" }, column.Categories.Select(category => category.Text).ToArray());
        Assert.AreEqual(5_000, column.Categories.Sum(category => category.Count));
        Assert.AreEqual(3_750, column.Categories[0].Count, 60, "Of 1,000 rows three quarters get the commoner, 14 more or less.");
        Assert.AreEqual(new RareCategories(250, 0.2), column.Rare);
        Assert.IsTrue(column.Codes.Take(3_000).All(code => code == 0) && column.Codes.Skip(3_000).Take(1_000).All(code => code == 1));
    }

    [TestMethod]
    public void Keep_ColumnsOfEveryKind_HaveNoCategoryOfFewRows()
    {
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var random = new Random(seed);
            int[] towns = [.. Enumerable.Range(0, 400).Select(_ => (int)Math.Pow(90, random.NextDouble()))];
            var data = new TestTable(400)
                .Texts("Town", row => $"town {towns[row]}").Add("Height", row => towns[row] * 7.5).Texts("State", row => $"state {towns[row] % 9}")
                .Keys("Key", 80, [.. Enumerable.Range(1, 80).Select(key => $"key {key}")], _ => (uint)Math.Pow(80, random.NextDouble()))
                .Texts("Gaps", _ => random.Next(2) == 0 ? "" : $"{(int)Math.Pow(60, random.NextDouble())}")
                .Add("Truth", row => row % 100 == 0);

            var table = Keep(data);

            foreach (var column in table.Columns.OfType<CategoryColumn>())
            {
                Assert.IsTrue(column.Categories.All(category => category.Count >= Least), column.Name);
                for (var code = 0; code < column.Categories.Count; code++)
                    Assert.AreEqual(column.Categories[code].Count, column.Codes.Count(own => own == code));
            }
            var (town, height, state) = ((CategoryColumn)table.Columns[0], table.Columns[1], (CategoryColumn)table.Columns[2]);
            for (var row = 0; row < 400; row++)
            {
                var number = int.Parse(town.Categories[town.Codes[row]].Text[5..], System.Globalization.CultureInfo.InvariantCulture);
                Assert.AreEqual($"state {number % 9}", state.Categories[state.Codes[row]].Text);
                Assert.AreEqual(number * 7.5, ((NumberColumn)height).Grid.Distance * ((NumberColumn)height).Points[row], 1e-9);
            }
        }
    }

    [TestMethod]
    public void Keep_ARareTown_BecomesAnotherOfItsState()
    {
        var data = new TestTable(400)
            .Texts("Town", row => row == 7 ? "hamlet" : $"town {row % 40}")
            .Texts("State", row => row == 7 ? "south" : row % 40 < 4 ? "south" : "north");

        var table = Keep(data);

        var (town, state) = ((CategoryColumn)table.Columns[0], (CategoryColumn)table.Columns[1]);
        Assert.AreEqual("south", state.Categories[state.Codes[7]].Text);
        StringAssert.Matches(town.Categories[town.Codes[7]].Text, new("^town [0-3]$"));
    }

    [TestMethod]
    public void Keep_WithAText_NamesTheRareCategories()
    {
        var data = new TestTable(100).Texts("T", row => row < 90 ? "a" : $"{row}")
            .Texts("F", row => row < 98 ? "b" : $"{row}").Add("N", row => row % 9);

        var table = Keep(data, "other");

        CollectionAssert.AreEqual(
            new[] { ("a", 90), ("other", 10) },
            ((CategoryColumn)table.Columns[0]).Categories.Select(category => (category.Text, category.Count)).ToArray());
        CollectionAssert.AreEqual(
            new[] { ("b", 100) }, ((CategoryColumn)table.Columns[1]).Categories.Select(category => (category.Text, category.Count)).ToArray(),
            "Two rows are too few for the text as well.");
    }

    [TestMethod]
    public void Keep_KeysOfFewRows_LoseTheirNames()
    {
        var data = new TestTable(100).Keys("K", 4, ["often", "once", "never", "too"], row => (byte)(row == 3 ? 2 : row % 2 == 0 ? 1 : 4));

        var column = Keep(data).Columns[0];

        CollectionAssert.AreEqual(new[] { "often", "", "", "too" }, column.Schema.Value.Traits.KeyValues.ToArray());
    }

    [TestMethod]
    public void Keep_ColumnsWithFewCells_AreEmpty()
    {
        var data = new TestTable(100).Texts("T", row => row < 4 ? "a" : "").Add("N", row => row < 3 ? row : double.NaN).Add("M", row => row % 7);

        var table = Keep(data);

        Assert.IsTrue(table.Columns[0].IsEmpty && table.Columns[1].IsEmpty && !table.Columns[2].IsEmpty);
        Assert.AreEqual((new RareCategories(1, 0.04), new RareCategories(3, 0.03)), (table.Columns[0].Rare, table.Columns[1].Rare));
    }

    [TestMethod]
    public void Keep_ColumnsWithoutACommonCategory_AreRefusedTogether()
    {
        var data = new TestTable(8).Texts("A", row => $"{row / 2}").Add("B", row => row % 2 == 0).Add("N", row => row);

        var failure = Assert.ThrowsExactly<ArgumentException>(() => Keep(data));

        Assert.AreEqual(string.Join(Environment.NewLine,
            "Column 'A' must have a category that at least 5 rows share, but none has more than 2. Set MinimumCategoryRows to at most 2, or leave " +
            "the column out by naming the others in ColumnNames.",
            "Column 'B' must have a category that at least 5 rows share, but none has more than 4. Set MinimumCategoryRows to at most 4, or leave " +
            "the column out by naming the others in ColumnNames."), failure.Message);
    }

    [TestMethod]
    public void Read_NumbersOfFewValuesThatFewRowsShare_AreNumbers()
    {
        var table = new TestTable(30).Add("Ages", row => row % 12).Add("Grades", row => row % 3).Add("Rooms", row => row < 28 ? row % 4 : 9);

        var read = new TableReader(null, null, Least).Read(table, CancellationToken.None);

        CollectionAssert.AreEqual(
            new[] { TabularColumnRole.Integer, TabularColumnRole.Categorical, TabularColumnRole.Categorical },
            read.Columns.Select(column => column.Role).ToArray());
    }

    private static Table Keep(IDataView data, string? text = null) => new CommonCategories(
        new TableReader(null, null, Least).Read(data, CancellationToken.None), Least, text,
        (column, row) => Philox.Block(new((uint)row, (uint)column, 0, 0), 3, (uint)LatentStream.RareCategory).Unit0).Keep();
}
