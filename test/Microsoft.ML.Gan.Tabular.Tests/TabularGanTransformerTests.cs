namespace Microsoft.ML.Gan.Tests.Tabular;

[TestClass]
public sealed class TabularGanTransformerTests
{
    private static readonly TestTable Table = TestTables.Groups(300);
    private static TabularGanTransformer? _gan;

    [ClassInitialize]
    public static void Train(TestContext _) =>
        _gan = TestTables.Train(Table, TestTables.Quick(5) with { ColumnNames = ["Colour", "Number"], Seed = 8 });

    [ClassCleanup]
    public static void Free() => _gan?.Dispose();

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Transform_Table_GivesAsManySyntheticRows(bool isCountKnown)
    {
        var rows = new TestTable(77) { KnowsRowCount = isCountKnown }.Add("Anything", row => row);

        var output = _gan!.Transform(rows);

        CollectionAssert.AreEqual(_gan.Generator.Sample(77, seed: 8).Numbers("Number"), output.Numbers("Number"));
        Assert.HasCount(77, output.Texts("Colour"));
    }

    [TestMethod]
    public void Transform_NoRows_GivesNone() => Assert.IsEmpty(_gan!.Transform(new TestTable(0).Add("Anything", row => row)).Texts("Colour"));

    [TestMethod]
    public void Schema_ColumnNames_AreInTheOrderOfTheOptions()
    {
        Assert.AreEqual("Colour, Number", string.Join(", ", _gan!.Generator.Schema.Select(column => column.Name)));
        Assert.AreEqual("Colour, Number", string.Join(", ", _gan.GetOutputSchema(Table.Schema).Select(column => column.Name)));
    }

    [TestMethod]
    public void ModelSave_OfATable_IsRefusedWithTheRemedy()
    {
        using var stream = new MemoryStream();

        var failure = Assert.ThrowsExactly<NotSupportedException>(() => TestRows.MLContext.Model.Save(_gan, Table.Schema, stream));

        Assert.AreEqual(
            "A table's generator must be saved by SaveGenerator, since no transformer of ML.NET's own makes rows. Load it with " +
            "mlContext.Gan().LoadTabularGenerator.", failure.Message);
    }

    [TestMethod]
    public void RowToRowMapper_OfATable_IsRefusedWithTheRemedy()
    {
        ITransformer transformer = _gan!;

        var failure = Assert.ThrowsExactly<InvalidOperationException>(() => transformer.GetRowToRowMapper(Table.Schema));

        Assert.IsFalse(transformer.IsRowToRowMapper);
        Assert.AreEqual(
            "A table's generator must not be used row by row, since its rows are not those of the input. Use Generator.Sample.", failure.Message);
    }

    [TestMethod]
    public void History_OfATable_HasNoExportDifference()
    {
        Assert.IsTrue(double.IsNaN(_gan!.History.ExportDifference));
        Assert.AreEqual(5, _gan.History.Rounds);
    }
}
