using System.Text.Json;
using Gan.Onnx.Graph.Protos;
using Google.Protobuf;
using Microsoft.ML;

namespace Gan.Onnx.Tests.Tabular;

/// <summary>Files that are refused.</summary>
[TestClass]
public sealed class TabularModelTests
{
    private const string CutShort = "The model file must be whole, but is cut short or damaged. Copy or download it again.";

    private static readonly GanManifest Manifest = Graph().Manifest;
    private static readonly byte[] Whole = Graph().ToModel();

    [TestMethod]
    public void Load_CutShortAtEveryLength_SaysSo()
    {
        for (var length = 1; length < Whole.Length; length++) Assert.AreEqual(CutShort, Refusal(Whole[..length]), $"length {length}");
    }

    [TestMethod]
    public void Load_EmptyFile_SaysSo() => Assert.AreEqual("The model file must be an ONNX file, but is empty.", Refusal([]));

    [TestMethod]
    public void Load_FileOfAnotherKind_SaysWhich()
    {
        Assert.AreEqual("The model file must be of a tabular generator, but is of a generator.", Refusal(TestModels.Linear(2)));
        Assert.AreEqual("The model file must be of a tabular generator, but is of a discriminator.", Refusal(TestModels.Scores()));
        Assert.AreEqual(
            "The model file must be of a generator, but is of a tabular generator.",
            Assert.ThrowsExactly<InvalidDataException>(() => new MLContext().Gan().LoadGenerator(new MemoryStream(Whole))).Message);
    }

    [TestMethod]
    public void Load_MissingFile_NamesIt() => Assert.AreEqual(
        "The model file must exist, but 'no such file.onnx' was not found.",
        Assert.ThrowsExactly<FileNotFoundException>(() => new MLContext().Gan().LoadTabularGenerator("no such file.onnx")).Message);

    [TestMethod]
    [DataRow("\"columns\":null")]
    [DataRow("\"columns\":[{\"name\":\"Job\"}]")]
    [DataRow("\"columns\":[{\"name\":\"Job\",\"tensor\":\"Job\",\"type\":\"Complex\",\"role\":\"numeric\"}]")]
    public void Load_DamagedManifest_SaysSo(string columns) => StringAssert.StartsWith(
        Refusal(WithManifest($"{{\"formatVersion\":1,\"kind\":\"tabular-generator\",\"latentSize\":3,\"sampleShape\":[],{columns}}}")),
        "The model file's GAN manifest must be readable, but is damaged: ");

    [TestMethod]
    public void Load_Manifest_SaysWhatDoesNotHold()
    {
        Refuses(Manifest with { LatentSize = 0 }, "its latent size is 0");
        Refuses(Manifest with { SampleShape = [3] }, "its sample shape is [3] and not []");
        Refuses(Manifest with { Columns = [] }, "it has no columns");
        Refuses(Manifest with { Columns = [null!] }, "one of its columns is null");
        Refuses(With(0, column => column with { Name = "" }), "one of its columns has no name");
        Refuses(With(0, column => column with { Name = "Wealth" }), "it has two columns 'Wealth'");
        Refuses(With(0, column => column with { Tensor = "Wealth" }), "two of its columns have the tensor 'Wealth'");
        Refuses(With(0, column => column with { Given = 1 }), "its columns' places in 'Given' are 1, 1 and not 0, 1, ...");
        Refuses(With(0, column => column with { Given = null }), "its columns' places in 'Given' are 1 and not 0, 1, ...");
        Refuses(With(0, column => column with { Type = (TabularValueType)99 }), "its column 'Job' has the type 99");
        Refuses(With(0, column => column with { Role = "role" }), "its column 'Job' has the role 'role'");
        Refuses(With(0, column => column with { Categories = ["a", null!] }), "its column 'Job' has a category that is null");
        Refuses(With(0, column => column with { Shares = [0.5] }), "its column 'Job' has 1 shares of 2 categories");
        Refuses(With(0, column => column with { Shares = [0.5, -1] }), "its column 'Job' has the share -1");
        Refuses(With(0, column => column with { MissingShare = 1.5 }), "its column 'Job' has the share 1.5");
        Refuses(With(1, column => column with { Histogram = new(1, 0, [1]) }), "its column 'Wealth' has a histogram from 1 to 0");
        Refuses(With(1, column => column with { Histogram = new(0, 1, []) }), "its column 'Wealth' has a histogram of 0 bins");
        Refuses(With(1, column => column with { Histogram = new(0, 1, [2]) }), "its column 'Wealth' has a histogram with the share 2");
        Refuses(With(0, column => column with { KeyCount = 2 }), "its column 'Job' has the key count 2");
        Refuses(With(1, column => column with { Knots = -1 }), "its column 'Wealth' has -1 knots");
        Refuses(With(2, column => column with { KeyCount = 0 }), "its column 'Grade' has the key count 0");
        Refuses(With(2, column => column with { KeyCount = 256 }), "its column 'Grade' has the key count 256");
        Refuses(With(2, column => column with { KeyValues = ["a"] }), "its column 'Grade' has the key count 9 and 1 key values");
    }

    [TestMethod]
    public void Load_GraphThatDoesNotFitItsManifest_SaysWhere()
    {
        Refuses(Manifest with { LatentSize = 4 }, "input 'Latent' of its graph is Single [N, 3] and not Single [N, 4]");
        Refuses(Manifest with { Columns = [Manifest.Columns[1]] }, "its graph has a further input 'Given'");
        Refuses(With(2, column => column with { Given = null }), "input 'Given' of its graph is Int64 [N, 2] and not Int64 [N, 1]");
        Refuses(
            With(1, column => column with { Given = 1 }, column => column with { Given = 2 }),
            "input 'Given' of its graph is Int64 [N, 2] and not Int64 [N, 3]");
        Refuses(With(0, column => column with { Tensor = "jobs" }), "its graph has no output 'jobs'");
        Refuses(
            With(1, column => column with { Type = TabularValueType.Int16 }), "output 'Wealth' of its graph is Single [N, 1] and not Int16 [N, 1]");
    }

    [TestMethod]
    public void Load_NewerFormat_AsksForAnUpdate() => Assert.AreEqual(
        "The model file's format version must be from 1 to 2, but was 3. Update Gan.Onnx to read files of newer versions.",
        Refusal(Graph().ToModel(Manifest with { FormatVersion = 3 })));

    private static TableGraph Graph() => new TableGraph(3)
        .Texts("Job", true, "cook", "pilot").Numbers("Wealth", false).Keys("Grade", TabularValueType.KeyByte, 9, [], true, ("4", 4));

    private static GanManifest With(int index, params Func<TabularColumn, TabularColumn>[] changes) => Manifest with
    {
        Columns = [.. Manifest.Columns.Select((column, i) => i >= index && i - index < changes.Length ? changes[i - index](column) : column)],
    };

    private static void Refuses(GanManifest manifest, string problem) =>
        Assert.AreEqual($"The model file must fit its manifest, but {problem}.", Refusal(Graph().ToModel(manifest)));

    private static byte[] WithManifest(string json)
    {
        using var _ = JsonDocument.Parse(json);
        var model = ModelProto.Parser.ParseFrom(Whole);
        model.MetadataProps[0].Value = json;
        return model.ToByteArray();
    }

    private static string Refusal(byte[] file) => Assert.ThrowsExactly<InvalidDataException>(() => TableGraphs.Load(file)).Message;
}
