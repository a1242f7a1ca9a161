using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Utility;
using static Gan.Evaluation.Tests.Tables.SmallTables;

namespace Gan.Evaluation.Tests.Tables.Utility;

[TestClass]
public sealed class LabelClassesTests
{
    [TestMethod]
    public void TargetOf_Categories_AreNumberedRarestFirst()
    {
        var tables = Categories(["common", "rare", "common", "", "some", "common", "some"], ["rare", "some", "common", "", "unheard of"]);
        var classes = new LabelClasses(tables[0].Columns[0]);

        Assert.AreEqual(3, classes.Count);
        CollectionAssert.AreEqual(new float?[] { 0, 1, 2, null, null }, Targets(classes, tables[1]));
    }

    [TestMethod]
    public void TargetOf_FewNumbers_IsTheClassOfTheNearest()
    {
        var classes = new LabelClasses(Numbers(0, 0, 0, 5, 5, 10).Columns[0]);

        Assert.AreEqual(3, classes.Count);
        CollectionAssert.AreEqual(new float?[] { 2, 2, 1, 0, null }, Targets(classes, Numbers(0, 2.4, 2.6, 99, Missing)));
    }

    [TestMethod]
    public void TargetOf_ManyNumbers_IsTheNumber()
    {
        var classes = new LabelClasses(Numbers([.. Enumerable.Range(0, 21).Select(i => (double)i)]).Columns[0]);

        Assert.AreEqual(0, classes.Count);
        CollectionAssert.AreEqual(new float?[] { 2.5f, null }, Targets(classes, Numbers(2.5, Missing)));
    }

    [TestMethod]
    public void TargetOf_CategoriesBeyondTheCommonestFifty_IsNone()
    {
        var texts = Enumerable.Range(0, 60).SelectMany(category => Enumerable.Repeat($"{category}", category < 10 ? 1 : 2)).ToArray();
        var tables = Categories(texts, ["3", "10", "59"]);
        var classes = new LabelClasses(tables[0].Columns[0]);

        Assert.AreEqual(50, classes.Count);
        CollectionAssert.AreEqual(new float?[] { null, 0, 49 }, Targets(classes, tables[1]));
    }

    private static float?[] Targets(LabelClasses classes, EvaluatedTable table) =>
        [.. Enumerable.Range(0, table.RowCount).Select(row => classes.TargetOf(table.Columns[0], row))];
}
