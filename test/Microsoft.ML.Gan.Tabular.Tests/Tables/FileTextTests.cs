namespace Microsoft.ML.Gan.Tests.Tabular.Tables;

/// <summary>Texts that a file would change: they are refused before training.</summary>
[TestClass]
public sealed class FileTextTests
{
    private const string HalfAPair = "\uD83Cx";
    private const string Remedy = "Mend the encoding where the text comes from.";

    [TestMethod]
    public void Read_NameWithACharacter0_IsRefused() => AssertRefused(
        new TestTable(3).Add("a\0b", row => row),
        "The name of a column must have no character 0, but was 'a\\u0000b'. Rename the column.");

    [TestMethod]
    public void Read_NameWithHalfACharacter_IsRefused()
    {
        // in an attribute, the compiler would change them
        (string Name, string Shown)[] names =
        [
            ("\uD83C", "\\uD83C"), ("a\uDFB2", "a\\uDFB2"), ("\uDFB2\uD83C", "\\uDFB2\\uD83C"),
            ("\uD83C\uDFB2\uD83C!", "\\uD83C\\uDFB2\\uD83C!"),
        ];
        foreach (var (name, shown) in names)
        {
            AssertRefused(
                new TestTable(3).Add(name, row => row),
                $"The name of a column must be of whole characters, but '{shown}' has half of a pair. {Remedy}");
        }
    }

    [TestMethod]
    public void Read_CellWithHalfACharacter_NamesTheRow() => AssertRefused(
        new TestTable(3).Texts("Job", row => row == 1 ? HalfAPair : "\U0001F3B2"),
        $"Row 2 of column 'Job' must be of whole characters, but '\\uD83Cx' has half of a pair. {Remedy}");

    [TestMethod]
    public void Read_KeyWithHalfACharacter_NamesTheColumn() => AssertRefused(
        new TestTable(3).Keys("Grade", 2, ["low", HalfAPair], _ => 1u),
        $"Each key's value in column 'Grade' must be of whole characters, but '\\uD83Cx' has half of a pair. {Remedy}");

    [TestMethod]
    public void Read_CellsOfWholeCharacters_AreKept()
    {
        var table = TestTables.Read(new TestTable(3).Texts("Job", row => row == 1 ? "a\0b" : "\U0001F3B2"), new());

        Assert.AreEqual(3, table.Columns.Single().RowCount);
    }

    [TestMethod]
    public void Train_VectorsWithSuchNames_AreRefusedToo()
    {
        var mlContext = new MLContext();
        var rows = mlContext.Data.LoadFromEnumerable([new { A = 1f, B = 2f, Kind = HalfAPair }, new { A = 3f, B = 4f, Kind = "k" }]);
        var labels = mlContext.Transforms.Concatenate("Features", "A", "B").Append(mlContext.Transforms.Conversion.MapValueToKey("Label", "Kind"));
        var slots = mlContext.Transforms.CopyColumns(HalfAPair, "A").Append(mlContext.Transforms.Concatenate("Features", HalfAPair, "B"));
        var name = mlContext.Transforms.Concatenate("F\0", "A", "B");

        AssertFails(labels, new() { LabelColumnName = "Label" }, "Each class's name in column 'Label' must be of whole characters");
        AssertFails(slots, new(), "Each slot's name in column 'Features' must be of whole characters");
        AssertFails(name, new() { FeatureColumnName = "F\0" }, "The name of a column must have no character 0");

        void AssertFails(IEstimator<ITransformer> pipeline, GanTrainer.Options options, string message)
        {
            var view = pipeline.Fit(rows).Transform(rows);
            StringAssert.StartsWith(Assert.ThrowsExactly<ArgumentException>(() => mlContext.Gan().Train(view, options)).Message, message);
        }
    }

    private static void AssertRefused(TestTable table, string message) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(() => TestTables.Read(table, new())).Message);
}
