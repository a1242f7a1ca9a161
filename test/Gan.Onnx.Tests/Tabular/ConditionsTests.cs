using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx.Tests.Tabular;

/// <summary>What is given as rows of columns.</summary>
[TestClass]
public sealed class ConditionsTests
{
    private readonly MLContext _mlContext = new();

    [TestMethod]
    public void Sample_RowsOfEveryType_ComeOutAsGiven()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        var free = generator.Sample(700, seed: 4).Cells();
        string[] given = [.. generator.Schema.Select(column => column.Name).Where(name => name is not ("Wealth" or "Height" or "Sex"))];
        var conditions = _mlContext.Transforms.SelectColumns(given).Fit(generator.Sample(1)).Transform(generator.Sample(700, seed: 11));

        var rows = generator.Sample(conditions, seed: 4);

        Assert.AreSame(generator.Schema, rows.Schema);
        Assert.AreEqual(700, rows.GetRowCount());
        TableGraphs.AreSame(conditions.Cells(given), rows.Cells(given));
        TableGraphs.AreSame([.. free.Select(row => row[1..4])], rows.Cells("Sex", "Wealth", "Height"));       // row i has latent vector i
    }

    [TestMethod]
    public void Sample_AnyNumberOfCursorsOrColumns_GivesTheSameRows()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        var conditions = _mlContext.Data.LoadFromEnumerable(
            Enumerable.Range(0, 500).Select(i => new { Sex = i % 3 == 0 ? "male" : "female", Int = -7 }));
        var rows = generator.Sample(conditions);
        var all = rows.Cells();

        var parts = rows.GetRowCursorSet(rows.Schema, 4).SelectMany(cursor => TableGraphs.Cells(cursor, [.. rows.Schema]).ToList()).ToList();

        TableGraphs.AreSame(all, [.. parts.Select(row => row.Cells)]);
        TableGraphs.AreSame([.. all.Select(row => new[] { row[3] })], rows.Cells("Height"));
        Assert.IsTrue(all.Select((row, i) => row[1] == (i % 3 == 0 ? "male" : "female") && row[8] == "-7").All(isGiven => isGiven));
    }

    [TestMethod]
    public void Sample_MissingAndPresentCells_AreGivenToo()
    {
        using var generator = TableGraphs.Load(new TableGraph(4).Texts("Town", true, "Rome", "Oslo").Numbers("Wealth", true)
            .Reals("Share", TabularValueType.Double, true, ("0.1", 0.1), ("7", 7)));
        var conditions = _mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i =>
            new { Town = i % 2 == 0 ? "" : "*", Wealth = float.NaN, Share = i % 2 == 0 ? double.NaN : 0.1 }));

        var cells = generator.Sample(conditions).Cells("Town", "Wealth", "Share");

        for (var row = 0; row < 200; row++)
        {
            if (row % 2 == 0) Assert.AreEqual("", cells[row][0]);
            else Assert.IsTrue(cells[row][0] is "Rome" or "Oslo");
            Assert.AreEqual("NaN", cells[row][1]);
            Assert.AreEqual(row % 2 == 0 ? "NaN" : "0.1", cells[row][2]);
        }
        Assert.IsTrue(generator.Sample(200).Column("Town").Contains(""));
    }

    [TestMethod]
    public void Sample_NoRows_GivesNone()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        Assert.IsEmpty(generator.Sample(Given(new { Sex = "male" }, count: 0)).Cells());
    }

    [TestMethod]
    public void Sample_KeyWithoutNames_IsTakenByItsNumber()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        var definition = SchemaDefinition.Create(typeof(Graded));
        definition["Grade"].ColumnType = new KeyDataViewType(typeof(uint), 3);
        var raw = new[] { 2u, 0u, uint.MaxValue };      // ML.NET adds 1
        var conditions = _mlContext.Data.LoadFromEnumerable(raw.Select(key => new Graded { Grade = key }), definition);

        CollectionAssert.AreEqual(new[] { "3", "1", "0" }, generator.Sample(conditions).Column("Grade"));
    }

    [TestMethod]
    public void Sample_OtherColumns_AreRefusedTogether()
    {
        using var generator = TableGraphs.Load(new TableGraph(3).Texts("Job", true, "cook").Numbers("Height", false));

        Assert.AreEqual(
            "A given column must be one of 'Job', but was 'Height', which cannot be given." + Environment.NewLine +
            "A given column must be one of 'Job', but was 'Age', which the generator does not make. (Parameter 'conditions')",
            Assert.ThrowsExactly<ArgumentException>(() => generator.Sample(Given(new { Job = "cook", Height = 1f, Age = 3 }))).Message);
    }

    [TestMethod]
    public void Sample_ColumnsOfOtherTypes_SaysWhatIsExpected()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        Assert.AreEqual(
            "Schema mismatch for condition column 'Int': expected Int32, got Int64. Convert it to Int32 with ConvertType. (Parameter 'conditions')",
            Refusal(Given(new { Int = 3L })));
        Assert.AreEqual(
            "Schema mismatch for condition column 'Job': expected String, got Single. Convert it to String with ConvertType. " +
            "(Parameter 'conditions')", Refusal(Given(new { Job = 3f })));
        Assert.AreEqual(
            "Schema mismatch for condition column 'Grade': expected Key<UInt32, 0-2>, got String. Map the condition to keys, for example with " +
            "MapValueToKey. (Parameter 'conditions')",
            Refusal(Given(new { Grade = "low" })));
        var named = _mlContext.Data.LoadFromEnumerable(new[] { "high", "low", "mid" }.Select(name => new { Grade = name }));
        Assert.AreEqual(
            "Schema mismatch for condition column 'Grade': expected keys for low, mid, high, in this order, got keys for high, low, mid. " +
            "(Parameter 'conditions')",
            Refusal(_mlContext.Transforms.Conversion.MapValueToKey("Grade").Fit(named).Transform(named)));

        string Refusal(IDataView conditions) => Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => generator.Sample(conditions)).Message;
    }

    [TestMethod]
    public void Sample_CellThatIsNoCategory_NamesRowColumnAndWhatFits()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());

        Assert.AreEqual(
            "The condition column 'Job' must have one of 'cook', 'pilot', 'smith, née Ünal', '*', '' (missing), but had 'chef' in row 1.",
            Refusal(new { Job = "chef" }));
        Assert.AreEqual(
            "The condition column 'Sex' must have one of 'female', 'male', '*' (not missing), but had '' in row 1.", Refusal(new { Sex = "" }));
        Assert.AreEqual(
            "The condition column 'Rate' must have one of '0.1', '2.5', '1E-05', NaN (missing), but had '0.5' in row 1.",
            Refusal(new { Rate = 0.5f }));
        Assert.AreEqual(
            "The condition column 'Wealth' must have NaN (missing), since it has numbers instead of categories, but had '0.5' in row 1.",
            Refusal(new { Wealth = 0.5f }));
        Assert.AreEqual("The condition column 'Int' must have one of '-7', '2147483647', but had '8' in row 1.", Refusal(new { Int = 8 }));

        string Refusal<TRow>(TRow row)
            where TRow : class =>
            Assert.ThrowsExactly<InvalidOperationException>(() => generator.Sample(Given(row)).Cells()).Message;
    }

    [TestMethod]
    public void Sample_BadCellInALaterRow_GivesTheRowsBeforeIt()
    {
        using var generator = TableGraphs.Load(TableGraphs.EveryType());
        var conditions = _mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new { Sex = i == 70 ? "x" : "male" }));
        using var cursor = generator.Sample(conditions).GetRowCursor(generator.Schema);

        for (var row = 0; row < 70; row++) Assert.IsTrue(cursor.MoveNext());

        StringAssert.EndsWith(Assert.ThrowsExactly<InvalidOperationException>(() => cursor.MoveNext()).Message, "but had 'x' in row 71.");
    }

    private IDataView Given<TRow>(TRow row, int count = 1)
        where TRow : class => _mlContext.Data.LoadFromEnumerable(Enumerable.Repeat(row, count));

    private sealed class Graded
    {
        public uint Grade { get; set; }
    }
}
