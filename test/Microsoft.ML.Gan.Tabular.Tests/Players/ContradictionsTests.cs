using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;

namespace Microsoft.ML.Gan.Tests.Tabular.Players;

[TestClass]
public sealed class ContradictionsTests
{
    [TestMethod]
    public void Of_DerivedColumn_RulesOutTheSourcesOfOtherCategories()
    {
        // City 0 (the commonest), 1 and 2; state "even" (the commonest) of 0 and 2, "odd" of 1
        var schema = TestTables.Encode(new TestTable(600)
            .Texts("Other", row => $"{row * row % 7 / 4}").Texts("City", row => $"{City(row)}").Texts(
                "State", row => City(row) % 2 == 0 ? "even" : "odd"));
        var (city, state) = ((CategoryForm)schema.Columns[1], (DerivedCategoryForm)schema.Columns[2]);
        var (made, given) = (schema.Choices[city.Choice!.Value].Offset, schema.Choices[state.Choice].Offset - schema.Layout.MadeSlots);

        var matrix = Contradictions.Of(schema)!;

        Assert.AreEqual(2, made);                                             // behind the two slots of "Other"
        var expected = new float[schema.Layout.DerivedSlots, schema.Layout.MadeSlots];
        expected[given, made + 1] = 1;
        expected[given + 1, made] = expected[given + 1, made + 2] = 1;
        CollectionAssert.AreEqual(expected.Cast<float>().ToArray(), matrix);
    }

    [TestMethod]
    public void Of_NoDerivedCategories_IsNull() => Assert.IsNull(Contradictions.Of(TestTables.Encode(TestTables.Groups(200))));

    private static int City(int row) => (row % 6) switch { < 3 => 0, < 5 => 1, _ => 2 };
}
