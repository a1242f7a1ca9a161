using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class TableEncodingTests
{
    private const int Rows = 400;

    private static readonly int[] Level = [.. Enumerable.Range(0, Rows).Select(row => row * row % 7 % 4)];            // squares mod 7: 0, 1, 2, 4

    /// <summary>Levels are 0, 1 and 2; code 9 goes with level 1, and 5 with the others.</summary>
    private static TableEncoding Encoding => TestTables.Encode(new TestTable(Rows)
        .Add("Code", row => Level[row] == 1 ? 9 : 5)
        .Texts("Job", row => row % 5 == 0 ? "" : $"{row % 3}")
        .Add("Size", row => row % 10 == 0 ? float.NaN : row / 3f)
        .Texts("Level", row => $"{Level[row]}")
        .Texts("Constant", _ => "x")
        .Texts("ConstantOrMissing", row => row % 4 == 0 ? "" : "x")
        .Add("Age", row => row % 50));

    [TestMethod]
    public void Encoding_MixedTable_HasTheWidthsAndOffsetsCountedByHand()
    {
        var encoding = Encoding;

        // Job: there or not, 3 jobs; Size: there or not; Level: 3; ConstantOrMissing: there or not; then, only given, Code: 2
        CollectionAssert.AreEqual(new[] { 2, 3, 2, 3, 2, 2 }, encoding.Choices.Select(choice => choice.Size).ToArray());
        CollectionAssert.AreEqual(new[] { 0, 2, 5, 7, 10, 12 }, encoding.Choices.Select(choice => choice.Offset).ToArray());
        Assert.AreEqual((5, 12, 2, 14), (encoding.MadeChoices, encoding.MadeSlots, encoding.Numbers, encoding.SlotCount));
        Assert.AreEqual((14, 20), (encoding.RowWidth, encoding.ConditionWidth));
        CollectionAssert.AreEqual(new long[] { 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5 }, encoding.ChoiceOfSlot);
    }

    [TestMethod]
    public void Encoding_ColumnsWithMissingCells_HaveTheirPresenceBeforeTheirValues()
    {
        var encoding = Encoding;

        CollectionAssert.AreEqual(new[] { -1, -1, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, 5, -1 }, encoding.PresenceOfPlace);
        CollectionAssert.AreEqual(new int?[] { null, 0, 2, null, null, 4, null }, encoding.Columns.Select(column => column.Presence).ToArray());
        CollectionAssert.AreEqual(new int?[] { 5, 1, null, 3, null, null, null }, encoding.Columns.Select(column => column.ValueChoice).ToArray());
        CollectionAssert.AreEqual(new[] { true, true, true, true, false, true, false }, encoding.Columns.Select(column => column.CanBeGiven).ToArray());
        CollectionAssert.AreEqual(new[] { true, true, true, true, true, true, false }, encoding.Columns.Select(column => column.HasConditionInput).ToArray());
    }

    [TestMethod]
    public void Encoding_Slots_AreThoseOfTheCells()
    {
        var encoding = Encoding;
        var job = (CategoryEncoding)encoding.Columns[1];

        for (var row = 0; row < Rows; row++)
        {
            Assert.AreEqual(row % 5 == 0 ? Choice.IsMissing : Choice.IsThere, encoding.Choices[0].Slots[row]);
            Assert.AreEqual(row % 5 == 0 ? Choice.None : job.Categories.Codes[row], encoding.Choices[1].Slots[row]);
            Assert.AreEqual(row % 10 == 0 ? Choice.IsMissing : Choice.IsThere, encoding.Choices[2].Slots[row]);
        }
        CollectionAssert.AreEqual(new[] { 0.8, 0.2 }, encoding.Choices[0].Shares());
        Assert.AreEqual(1, encoding.Choices[1].Shares().Sum(), 1e-12);
    }

    [TestMethod]
    public void Encoding_DerivedColumn_HasARowForEachCategoryOfItsSource()
    {
        var encoding = Encoding;

        var code = (DerivedEncoding)encoding.Columns[0];

        Assert.AreEqual("Level", code.Source.Name);
        CollectionAssert.AreEqual(code.Source.Categories.Select(category => Array.IndexOf(Level, int.Parse(category.Text, System.Globalization.CultureInfo.InvariantCulture))).ToArray(), code.RowOfCategory);
    }

    [TestMethod]
    public void Encoding_ManyCategories_ShareSlots()
    {
        var encoding = TestTables.Encode(TestTables.EveryType());

        var many = (CategoryEncoding)encoding.Columns.Single(column => column.Column.Name == "Many");

        Assert.AreEqual(SharedSlots.MostSlots, encoding.Choices[many.Choice!.Value].Size);
        Assert.IsTrue(encoding.Choices[many.Choice.Value].Slots.All(slot => slot is >= Choice.None and < SharedSlots.MostSlots));
    }
}
