using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Export;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

/// <summary>A schema without its rows: it encodes others, and is written and read.</summary>
[TestClass]
public sealed class TableSchemaEncodeTests
{
    private const int ManyRows = 10_000;                              // as a table would need that is calibrated with all that is made
    private static readonly Dictionary<string, Func<TestTable>> Tables = new()
    {
        ["every type"] = () => TestTables.EveryType(),
        ["groups"] = () => TestTables.Groups(),
        ["rides"] = () => TestTables.Rides(),
        ["doses"] = () => TestTables.Doses(),
        ["coarse"] = () => TestTables.Coarse(),
    };

    [TestMethod]
    [DataRow("every type")]
    [DataRow("groups")]
    [DataRow("rides")]
    [DataRow("doses")]
    [DataRow("coarse")]
    public void Encode_RowsThatItWasLearntFrom_GivesTheirSlotsAndNearlyTheirRanks(string name)
    {
        var data = Tables[name]();
        var learnt = TestTables.Learn(data);

        var encoded = learnt.Schema.Encode(Read(data, learnt.Schema));

        foreach (var (choice, slots) in learnt.Slots.Index()) CollectionAssert.AreEqual(slots, encoded.Slots[choice], $"choice {choice}");
        foreach (var number in learnt.Schema.Numbers)
        {
            for (var row = 0; row < learnt.Count; row++)
            {
                Assert.AreEqual(learnt.Low[number.Index][row], encoded.Low[number.Index][row], 0.03f, $"{number.Column}, row {row}");
                Assert.AreEqual(learnt.High[number.Index][row], encoded.High[number.Index][row], 0.03f, $"{number.Column}, row {row}");
            }
        }
    }

    [TestMethod]
    public void Encode_OtherRows_HaveTheSlotsOfTheSameValuesInWhateverOrder()
    {
        var schema = TestTables.Encode(new TestTable(400).Texts("Colour", row => row % 4 == 0 ? "red" : "blue").Add("Size", row => row / 4));
        var other = new TestTable(4).Texts("Colour", row => new[] { "red", "red", "green", "blue" }[row]).Add("Size", row => 50 * row);

        var rows = schema.Encode(Read(other, schema));

        // blue is the commoner one; green was not learnt
        CollectionAssert.AreEqual(new[] { 1, 1, Choice.None, 0 }, rows.Slots[0]);
        Assert.AreEqual(0.005, rows.Low[0][0], 0.01);
        Assert.AreEqual(0.5, rows.Low[0][1], 0.01);
        Assert.AreEqual(1, rows.Low[0][3], 0.01);                                                     // 150 is above the greatest
    }

    [TestMethod]
    public void Encode_ColumnOfAnotherRole_IsRefused()
    {
        var schema = TestTables.Encode(new TestTable(400).Texts("Colour", row => $"{row % 4}").Add("Size", row => row / 2));
        var other = TestTables.Read(new TestTable(4).Texts("Colour", row => $"{row}").Add("Size", row => row));

        var failure = Assert.ThrowsExactly<ArgumentException>(() => schema.Encode(other));

        Assert.AreEqual("Column 'Size' must be Integer, as it was learnt, but is Categorical. Read it with that role.", failure.Message);
    }

    [TestMethod]
    public void Encode_ColumnThatIsNotThere_IsNamed()
    {
        var schema = TestTables.Encode(new TestTable(400).Texts("Colour", row => $"{row % 4}").Add("Size", row => row));

        var failure = Assert.ThrowsExactly<ArgumentException>(() => schema.Encode(TestTables.Read(new TestTable(4).Texts("Color", row => $"{row}"))));

        Assert.AreEqual("The table must have a column 'Colour', but has 'Color'. Add it.", failure.Message);
    }

    [TestMethod]
    [DataRow("every type")]
    [DataRow("groups")]
    [DataRow("rides")]
    [DataRow("doses")]
    [DataRow("coarse")]
    public void FromJson_WrittenSchema_MakesTheSameFile(string name)
    {
        var data = Tables[name]();
        using var noise = TestTables.Noise();
        var schema = TestTables.Encode(data);
        using var generator = new TabularGeneratorNetwork(schema, 8, 16, 1, noise);
        var maps = Calibration.Calibrate(schema, ManyRows, generator, 8, noise);

        var read = TableSchema.FromJson(schema.ToJson());

        Assert.AreEqual(schema.ToJson(), read.ToJson());
        CollectionAssert.AreEqual(
            TabularExporter.Write(new TabularModel(schema, generator, 8, maps)), TabularExporter.Write(new TabularModel(read, generator, 8, maps)));
    }

    [TestMethod]
    public void ToJson_NumbersOfManyValues_HasNoRowsOfThem()
    {
        var random = new Random(4);
        double[] values = [.. Enumerable.Range(0, 3000).Select(_ => random.NextDouble())];

        var json = TestTables.Encode(new TestTable(values.Length).Add("A", row => values[row]).Add("B", row => row)).ToJson();

        Assert.IsLessThan(
            30,
                values.Count(value => json.Contains(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
                    StringComparison.Ordinal)));
    }

    private static Table Read(IDataView data, TableSchema schema) =>
        TestTables.Read(data, new TabularGanTrainer.Options { ColumnRoles = schema.Roles });
}
