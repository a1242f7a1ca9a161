using Gan.Onnx;
using Microsoft.ML.Gan.Tests.Tabular;

namespace Microsoft.ML.Gan.Tests.Export;

/// <summary>All files that a training writes have a checksum.</summary>
[TestClass]
public sealed class SealedFileTests
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("gan-").FullName;

    [ClassInitialize]
    public static void Train(TestContext _)
    {
        using var gan = TestRows.MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(label: "Label"));
        gan.SaveGenerator(PathOf(GanManifest.GeneratorKind));
        gan.SaveDiscriminator(PathOf(GanManifest.DiscriminatorKind));
        using var table = TestTables.Train(TestTables.Groups(300), TestTables.Quick(5));
        table.SaveGenerator(PathOf(GanManifest.TabularGeneratorKind));
    }

    [ClassCleanup]
    public static void Delete() => Directory.Delete(Folder, recursive: true);

    [TestMethod]
    [DataRow(GanManifest.GeneratorKind)]
    [DataRow(GanManifest.DiscriminatorKind)]
    [DataRow(GanManifest.TabularGeneratorKind)]
    public void SavedFile_WithAWeightChanged_IsRefused(string kind)
    {
        var file = File.ReadAllBytes(PathOf(kind));
        var (model, manifest) = ModelFile.Parse(file, kind);
        var weights = model.Graph.Initializer.MaxBy(tensor => tensor.RawData.Length)!.RawData.Span;

        file[file.AsSpan().IndexOf(weights)] ^= 1;

        Assert.AreEqual(64, manifest.Checksum!.Length);
        StringAssert.StartsWith(
            Assert.ThrowsExactly<InvalidDataException>(() => ModelFile.Parse(file, kind)).Message, "The model file must have the checksum");
    }

    private static string PathOf(string kind) => Path.Combine(Folder, kind);
}
