using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class TableSchemaTests
{
    private const int Rows = 400;

    private static readonly int[] Level = [.. Enumerable.Range(0, Rows).Select(row => row * row % 7 % 4)];            // squares mod 7: 0, 1, 2, 4

    /// <summary>Levels are 0, 1 and 2; code 9 goes with level 1, and 5 with the others.</summary>
    private static TestTable Data => new TestTable(Rows)
        .Add("Code", row => Level[row] == 1 ? 9 : 5)
        .Texts("Job", row => row % 5 == 0 ? "" : $"{row % 3}")
        .Add("Size", row => row % 10 == 0 ? float.NaN : row / 3f)
        .Texts("Level", row => $"{Level[row]}")
        .Texts("Constant", _ => "x")
        .Texts("ConstantOrMissing", row => row % 4 == 0 ? "" : "x")
        .Add("Age", row => row % 50);

    private static TableSchema Encoding => TestTables.Encode(Data);

    [TestMethod]
    public void Encoding_MixedTable_HasTheWidthsAndOffsetsCountedByHand()
    {
        var schema = Encoding;

        // Job: there or not, 3 jobs; Size: there or not; Level: 3; ConstantOrMissing: there or not; then, only given, Code: 2
        CollectionAssert.AreEqual(new[] { 2, 3, 2, 3, 2, 2 }, schema.Choices.Select(choice => choice.Size).ToArray());
        CollectionAssert.AreEqual(new[] { 0, 2, 5, 7, 10, 12 }, schema.Choices.Select(choice => choice.Offset).ToArray());
        Assert.AreEqual((5, 12, 2, 14), (schema.MadeChoices, schema.Layout.MadeSlots, schema.Layout.NumberCount, schema.Layout.SlotCount));
        Assert.AreEqual((14, 20), (schema.Layout.RowWidth, schema.Layout.ConditionWidth));
        CollectionAssert.AreEqual(new long[] { 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5 }, schema.Layout.ChoiceOfSlot);
    }

    [TestMethod]
    public void Encoding_ColumnsWithMissingCells_HaveTheirPresenceBeforeTheirValues()
    {
        var schema = Encoding;

        CollectionAssert.AreEqual(
            new int?[] { null, null, 0, 0, 0, null, null, null, null, null, null, null, 5, null }, schema.Layout.PresenceOfPlaces.ToArray());
        CollectionAssert.AreEqual(new int?[] { null, 0, 2, null, null, 4, null }, schema.Columns.Select(column => column.Presence).ToArray());
        CollectionAssert.AreEqual(new int?[] { 5, 1, null, 3, null, null, null }, schema.Columns.Select(column => column.ValueChoice).ToArray());
        CollectionAssert.AreEqual(new[] { true, true, true, true, false, true, false }, schema.Columns.Select(column => column.CanBeGiven).ToArray());
        CollectionAssert.AreEqual(
            new[] { true, true, true, true, true, true, false }, schema.Columns.Select(column => column.CanStandInConditions).ToArray());
    }

    [TestMethod]
    public void Encoding_Slots_AreThoseOfTheCells()
    {
        var rows = TestTables.Learn(Data);
        var jobs = ((CategoryColumn)TestTables.Read(Data).Columns[1]).Codes;

        for (var row = 0; row < Rows; row++)
        {
            Assert.AreEqual(row % 5 == 0 ? Choice.IsMissing : Choice.IsThere, rows.Slots[0][row]);
            Assert.AreEqual(row % 5 == 0 ? Choice.None : jobs[row], rows.Slots[1][row]);
            Assert.AreEqual(row % 10 == 0 ? Choice.IsMissing : Choice.IsThere, rows.Slots[2][row]);
        }
        CollectionAssert.AreEqual(new[] { 0.8, 0.2 }, rows.Schema.Choices[0].Shares.ToArray());
        Assert.AreEqual(1, rows.Schema.Choices[1].Shares.Sum(), 1e-12);
    }

    [TestMethod]
    public void Encoding_DerivedColumn_HasAValueForEachCategoryOfItsSource()
    {
        var schema = Encoding;

        var code = (DerivedCategoryForm)schema.Columns[0];
        var level = (CategoryForm)schema.Columns[code.Source];

        Assert.AreEqual("Level", level.Name);
        foreach (var (category, follows) in level.Categories.Zip(code.CodeOf))
            Assert.AreEqual(category.Text == "1" ? "9" : "5", code.Categories[follows].Text);
    }

    [TestMethod]
    public void Encoding_ManyCategories_ShareSlots()
    {
        var rows = TestTables.Learn(TestTables.EveryType());
        var schema = rows.Schema;

        var many = (CategoryForm)schema.Columns.Single(column => column.Name == "Many");

        Assert.AreEqual(SharedSlots.MostSlots, schema.Choices[many.Choice!.Value].Size);
        Assert.IsTrue(rows.Slots[many.Choice.Value].All(slot => slot is >= Choice.None and < SharedSlots.MostSlots));
    }
}
