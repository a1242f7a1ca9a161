using Gan.Onnx.Graph;
using Microsoft.ML;

namespace Gan.Onnx.Tests.Generator;

[TestClass]
public sealed class GeneratorModelTests
{
    private const string CutShort = "The model file must be whole, but is cut short or damaged. Copy or download it again.";
    private static readonly byte[] Whole = TestModels.Linear(1, 2, 2);

    [TestMethod]
    public void Load_CutShortAtEveryLength_SaysSo()
    {
        for (var length = 1; length < Whole.Length; length++)
            Assert.AreEqual(CutShort, Refusal(Whole[..length]), $"length {length}");
    }

    [TestMethod]
    public void Load_EmptyFile_SaysSo() => Assert.AreEqual("The model file must be an ONNX file, but is empty.", Refusal([]));

    [TestMethod]
    [DataRow("Latent,Sample\n1,2\n")]
    [DataRow("{ \"model\": true }")]
    [DataRow("PK\u0003\u0004zip")]
    [DataRow("\n\n\n")]
    public void Load_OtherFile_SaysThatItIsNotOnnx(string text) =>
        Assert.AreEqual("The model file must be an ONNX file, but is something else.", Refusal(System.Text.Encoding.UTF8.GetBytes(text)));

    [TestMethod]
    public void Load_OnnxFileOfAnotherProgram_SaysThatItHasNoManifest()
    {
        var foreign = Gan.Onnx.Graph.Protos.ModelProto.Parser.ParseFrom(Whole);
        foreign.ProducerName = "pytorch";
        foreign.MetadataProps.Clear();

        Assert.AreEqual(
            "The model file must have a GAN manifest ('gan.manifest' in its metadata), but has none. " +
            "Score other ONNX models with mlContext.Transforms.ApplyOnnxModel.",
            Refusal(Google.Protobuf.MessageExtensions.ToByteArray(foreign)));
    }

    [TestMethod]
    public void Load_Discriminator_SaysSo() =>
        Assert.AreEqual("The model file must be of a generator, but is of a discriminator.", Refusal(TestModels.Scores()));

    [TestMethod]
    public void Load_NewerFormat_AsksForAnUpdate() => Assert.AreEqual(
        "The model file's format version must be 1, but was 2. Update Gan.Onnx to read files of newer versions.",
        Refusal(WithManifest(TestModels.Manifest(2, [2]) with { FormatVersion = 2 })));

    [TestMethod]
    [DataRow("{")]
    [DataRow("[]")]
    [DataRow("{}")]
    [DataRow("{\"formatVersion\":\"one\"}")]
    [DataRow("{\"formatVersion\":1,\"kind\":\"generator\"}")]
    [DataRow("{\"formatVersion\":1,\"kind\":\"generator\",\"prior\":\"Cauchy\",\"sampleShape\":[2]}")]
    [DataRow("{\"formatVersion\":1,\"kind\":\"generator\",\"latentSize\":2,\"sampleShape\":[2],\"classNames\":null}")]
    public void Load_DamagedManifest_SaysSo(string manifest) =>
        StringAssert.StartsWith(Refusal(WithManifest(manifest)), "The model file's GAN manifest must be readable, but is damaged: ");

    [TestMethod]
    public void Load_ManifestWithoutOptionalParts_TakesThemAsEmpty()
    {
        var manifest = "{\"formatVersion\":1,\"kind\":\"generator\",\"latentSize\":2,\"prior\":\"Uniform\",\"sampleShape\":[2]}";

        using var generator = new MLContext().Gan().LoadGenerator(new MemoryStream(WithManifest(manifest)));

        Assert.AreEqual(LatentPrior.Uniform, generator.Prior);
        Assert.IsEmpty(generator.ClassNames);
    }

    [TestMethod]
    public void Load_GraphThatDoesNotFitItsManifest_SaysWhere()
    {
        Refuses(TestModels.Manifest(3, [2]), "input 'Latent' of its graph is Single [N, 2] and not Single [N, 3]");
        Refuses(TestModels.Manifest(2, [1, 2]), "output 'Sample' of its graph is Single [N, 2] and not Single [N, 1, 2]");
        Refuses(TestModels.Manifest(0, [2]), "its latent size is 0");
        Refuses(TestModels.Manifest(2, [0]), "its sample shape is [0]");
        Refuses(TestModels.Manifest(2, []), "its sample shape is []");
        Refuses(TestModels.Manifest(2, [2], "a", "b", "c"), "its samples have 2 values and 3 slot names");
        Refuses(TestModels.Manifest(2, [2]) with { ClassNames = ["a"], ClassFrequencies = [1] }, "its graph has no input 'Label'");
        Refuses(TestModels.Manifest(2, [2]) with { ClassNames = ["a"] }, "it has 1 classes and 0 class frequencies");
        Refuses(TestModels.Manifest(2, [2]) with { ClassNames = ["a"], ClassFrequencies = [0] }, "its class frequencies are not a distribution");

        static void Refuses(GanManifest manifest, string problem) =>
            Assert.AreEqual($"The model file must fit its manifest, but {problem}.", Refusal(WithManifest(manifest)));
    }

    [TestMethod]
    public void Load_GraphWithAFurtherInput_IsRefused()
    {
        var graph = new OnnxGraphBuilder();
        var latent = graph.Input("Latent", OnnxElementType.Single, [2]);
        graph.Output("Sample", graph.Plus(latent, graph.Input("Noise", OnnxElementType.Single, [2])));

        Assert.AreEqual(
            "The model file must fit its manifest, but its graph has a further input 'Noise'.",
            Refusal(graph.ToModel(TestModels.Manifest(2, [2]).ToMetadata())));
    }

    [TestMethod]
    public void Load_MissingFile_NamesIt()
    {
        var path = Path.Combine(Path.GetTempPath(), "no such folder", "no such file.onnx");

        var refusal = Assert.ThrowsExactly<FileNotFoundException>(() => new MLContext().Gan().LoadGenerator(path));

        Assert.AreEqual($"The model file must exist, but '{path}' was not found.", refusal.Message);
    }

    private static string Refusal(byte[] file) =>
        Assert.ThrowsExactly<InvalidDataException>(() => new MLContext().Gan().LoadGenerator(new MemoryStream(file))).Message;

    private static byte[] WithManifest(GanManifest manifest) => WithManifest(manifest.ToMetadata()[GanManifest.MetadataKey]);

    private static byte[] WithManifest(string manifest)
    {
        var model = Gan.Onnx.Graph.Protos.ModelProto.Parser.ParseFrom(TestModels.Linear(2));
        model.MetadataProps[0].Value = manifest;
        return Google.Protobuf.MessageExtensions.ToByteArray(model);
    }
}
