using Microsoft.ML.Gan.Tabular.Rules;

namespace Microsoft.ML.Gan.Tests.Tabular.Rules;

/// <summary>Rules that always hold are suggested, and not those that hold by chance or are kept unasked.</summary>
[TestClass]
public sealed class RuleSuggestionTests
{
    [TestMethod]
    public void Of_RulesThatAlwaysHold_AreFound() => CollectionAssert.AreEqual(
        new[]
        {
            "Total = Net + Tax + Fee", "one-hot: Red, Green, Blue", "combinations: Town, State", "combinations: Town, Zone", "combinations: State, Zone",
            "increments: Price by 0.25 from 0.1",
        }, Suggestions(RuledTable.Table()));

    [TestMethod]
    public void Of_RulesThatAreAsked_AreNotSuggestedAgain() =>
        Assert.IsEmpty(RuleSuggestions.Of(TestTables.Read(RuledTable.Table()), RuledTable.Rules));

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

        Assert.IsEmpty(Suggestions(table));
    }

    [TestMethod]
    public void Of_FewRows_AreNotEnough() => Assert.IsEmpty(Suggestions(RuledTable.Table(30)));

    private static string[] Suggestions(IDataView table) =>
        [.. RuleSuggestions.Of(TestTables.Read(table), []).Select(rule => rule.ToString())];
}
