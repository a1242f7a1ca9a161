using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class FunctionalDependenciesTests
{
    [TestMethod]
    public void Find_CategoriesAndNumbersOfACategory_AreDerivedFromIt()
    {
        var city = Drawn(2000, 40);
        var data = new TestTable(2000).Add("Height", row => city[row] * 1.25)
            .Texts("City", row => $"{city[row]}").Texts("State", row => $"{city[row] % 3}").Add("Other", row => row % 7);

        Assert.AreEqual("Height of City, State of City", Found(data));
    }

    [TestMethod]
    public void Find_TwoNamesOfOneThing_DerivesOneFromTheOther()
    {
        var level = Drawn(500, 4);

        Assert.AreEqual("Code of Name", Found(new TestTable(500).Add("Code", row => level[row]).Texts("Name", row => $"{level[row]}")));
    }

    [TestMethod]
    public void Find_ChainOfThree_HasSourcesThatAreLearnt()
    {
        var city = Drawn(3000, 60);
        var data = new TestTable(3000).Texts("Country", row => $"{city[row] % 2}")
            .Texts("State", row => $"{city[row] % 6}").Texts("City", row => $"{city[row]}");

        var sourceOf = FunctionalDependencies.Find(TestTables.Read(data));

        Assert.IsFalse(sourceOf.Values.Any(sourceOf.ContainsKey));
        Assert.IsNotEmpty(sourceOf);
    }

    [TestMethod]
    public void Find_OneRowContradicts_IsNoDependency()
    {
        var city = Drawn(2000, 40);

        Assert.AreEqual(
            "", Found(new TestTable(2000).Texts("City", row => $"{city[row]}").Texts("State", row => row == 1234 ? "9" : $"{city[row] % 3}")));
    }

    [TestMethod]
    [DataRow(40, "")]                                                         // 36 agreements with a chance of about one half each: less than e⁻⁴⁰
    [DataRow(100, "State of City")]
    public void Find_FewRows_NeedMoreEvidence(int rows, string found)
    {
        var city = Drawn(rows, 4);

        Assert.AreEqual(found, Found(new TestTable(rows).Texts("City", row => $"{city[row]}").Texts("State", row => $"{city[row] % 2}")));
    }

    [TestMethod]
    public void Find_ColumnThatNamesEachRow_DecidesNothing()
    {
        var state = Drawn(200, 3);

        Assert.AreEqual("", Found(new TestTable(200).Texts("Id", row => $"id {row}").Texts("State", row => $"{state[row]}")));
    }

    [TestMethod]
    public void Find_MissingCellsConstantsAndManyCategories_AreLeftAlone()
    {
        var city = Drawn(3000, 10);
        var many = Drawn(3000, 300);
        var data = new TestTable(3000)
            .Texts("City", row => city[row] == 0 ? "" : $"{city[row]}").Texts("State", row => $"{city[row] % 3}").Texts("Constant", _ => "x")
            .Texts("Many", row => $"{many[row]}").Texts("Part", row => $"{many[row] % 2}");

        Assert.AreEqual("", Found(data));
    }

    [TestMethod]
    [DataRow(40, 3, true)]                                                    // ln 40 of ln 120
    [DataRow(10, 9, true)]                                                    // ln 10 of ln 90: 0.51
    [DataRow(8, 9, false)]                                                    // ln 8 of ln 72: 0.49
    [DataRow(1, 60, false)]
    public void TellsMost_ValuesOfEachCategory_IsFromHalfOfTheirEntropy(int categories, int each, bool tells)
    {
        var values = Drawn(40_000, categories * each);
        var column = Column(values.Length, row => values[row] / each);

        Assert.AreEqual(tells, FunctionalDependencies.TellsMost(column, values));
    }

    [TestMethod]
    public void TellsMost_ManyCategoriesOfTwentyRows_IsNotDeceivedByChance()
    {
        var values = Drawn(4000, 200);

        Assert.IsFalse(FunctionalDependencies.TellsMost(Column(values.Length, row => row % 200), values));
    }

    [TestMethod]
    public void TellsMost_CategoriesOfFewRows_TellNothing()
    {
        var values = Drawn(2000, 40);

        Assert.IsFalse(FunctionalDependencies.TellsMost(Column(values.Length, row => row < 900 ? values[row] : 100 + row), values));
        Assert.IsTrue(FunctionalDependencies.TellsMost(Column(values.Length, row => row < 1100 ? values[row] : 100 + row), values));
    }

    [TestMethod]
    public void TellsMost_RowsWithoutAValueOrACategory_AreLeftOut()
    {
        var values = Drawn(2000, 40);
        var column = Column(values.Length, row => row % 5 == 0 ? -1 : values[row]);

        Assert.IsTrue(FunctionalDependencies.TellsMost(column, [.. values.Select((value, row) => row % 7 == 0 ? -1 : value)]));
    }

    [TestMethod]
    public void FirstRows_OfCategories_AreTheFirstThatHaveThem()
    {
        string[] cells = ["b", "a", "a", "c", "a", "b"];

        var column = (CategoryColumn)TestTables.Read(new TestTable(6).Texts("T", row => cells[row])).Columns[0];

        CollectionAssert.AreEqual(new[] { 1, 0, 3 }, FunctionalDependencies.FirstRows(column));
    }

    /// <summary>A column of the categories, missing where negative.</summary>
    private static CategoryColumn Column(int rows, Func<int, int> categoryOf)
    {
        var data = new TestTable(rows).Texts("T", row => categoryOf(row) < 0 ? "" : $"{categoryOf(row)}");
        var roles = new Dictionary<string, TabularColumnRole> { ["T"] = TabularColumnRole.Categorical };
        return (CategoryColumn)TestTables.Read(data, TestTables.Quick() with { ColumnRoles = roles }).Columns[0];
    }

    private static int[] Drawn(int rows, int values)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, rows).Select(_ => random.Next(values))];
    }

    private static string Found(IDataView data) =>
        string.Join(", ", FunctionalDependencies.Find(TestTables.Read(data)).Select(pair => $"{pair.Key.Name} of {pair.Value.Name}"));
}
