using Microsoft.ML.Gan.Tabular.Rules;

namespace Microsoft.ML.Gan.Tests.Tabular.Rules;

/// <summary>Rules that always hold are suggested, and not those that hold by chance or are kept unasked.</summary>
[TestClass]
public sealed class RuleSuggestionTests
{
    [TestMethod]
    public void Of_RulesThatAlwaysHold_AreFound() => Assert.AreEqual(
        string.Join('\n',
        [
            "Total = Net + Tax + Fee", "one-hot: Red, Green, Blue", "increments: Price by 0.25 from 0.1",
        ]), Suggestions(RuledTable.Table()));

    [TestMethod]
    public void Of_ColumnsThatGoTogetherInFewOfManyWays_AreFound()
    {
        var random = new Random(37);
        var table = new TestTable(400).Texts("Town", row => $"t{row % 6}").Texts("Size", row => $"s{(row + random.Next(2)) % 6}");

        Assert.AreEqual("combinations: Town, Size", Suggestions(table));
    }

    [TestMethod]
    public void Of_RulesThatAreAsked_AreNotSuggestedAgain() =>
        Assert.AreEqual("", Suggestions(RuledTable.Table(), RuledTable.Rules));

    [TestMethod]
    public void Of_ColumnsThatGoTogetherByChanceOrAreKeptUnasked_AreNot()
    {
        var random = new Random(31);
        var table = new TestTable(500)
            .Add("Whole", row => 5 * random.Next(400))
            .Add("Tens", row => 10f * random.Next(400))
            .Add("Sum", row => row < 499 ? 2 * row : 3)
            .Add("Half", row => row)
            .Add("Other", row => row)
            .Texts("Colour", _ => $"c{random.Next(6)}")
            .Texts("Shape", _ => $"s{random.Next(6)}")
            .Add("Bit", _ => random.Next(2))
            .Add("Bool", _ => random.Next(2) == 0)
            .Add("Rare", row => row == 7 ? 1 : 0);

        Assert.AreEqual("", Suggestions(table));
    }

    [TestMethod]
    public void Of_FewRows_AreNotEnough() => Assert.AreEqual("", Suggestions(RuledTable.Table(12)));

    private static string Suggestions(IDataView table, IReadOnlyList<TabularRule>? asked = null) =>
        string.Join('\n', RuleSuggestions.Of(TestTables.Read(table), asked ?? []));
}
