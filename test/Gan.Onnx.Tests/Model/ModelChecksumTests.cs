using System.Security.Cryptography;
using System.Text;
using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;
using Microsoft.ML;

namespace Gan.Onnx.Tests.Model;

[TestClass]
public sealed class ModelChecksumTests
{
    private static readonly byte[] Whole = Write();

    [TestMethod]
    public void Load_AnyBitOfTheFileFlipped_IsRefused()
    {
        for (var bit = 0; bit < 8 * Whole.Length; bit++)
        {
            var damaged = Whole.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.ThrowsExactly<InvalidDataException>(() => ModelFile.Parse(damaged, GanManifest.GeneratorKind), $"bit {bit}");
        }
    }

    [TestMethod]
    public void Load_WeightsChanged_SaysThatTheChecksumIsAnother()
    {
        var damaged = Whole.ToArray();
        damaged[Whole.AsSpan().IndexOf(BitConverter.GetBytes(1f))] ^= 1;

        var refusal = Assert.ThrowsExactly<InvalidDataException>(() => new MLContext().Gan().LoadGenerator(new MemoryStream(damaged)));

        Assert.AreEqual(
            "The model file must have the checksum of its manifest, but has another: it is damaged or was changed. Copy or download it again.",
            refusal.Message);
    }

    /// <summary>How another program finds the checksum.</summary>
    [TestMethod]
    public void Checksum_OfAFile_IsSha256WhereItsOwnDigitsAreZero()
    {
        var (_, manifest) = ModelFile.Parse(Whole, GanManifest.GeneratorKind);
        var blank = Encoding.Latin1.GetString(Whole).Replace(manifest.Checksum!, new string('0', 64), StringComparison.Ordinal);

        Assert.AreEqual(Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(blank))), manifest.Checksum);
        Assert.AreEqual("SHA-256", ModelProto.Parser.ParseFrom(Whole).MetadataProps.Single(pair => pair.Key == "gan.checksum").Value);
    }

    [TestMethod]
    public void Load_FileOfAVersionWithoutChecksums_IsTaken()
    {
        using var generator = new MLContext().Gan().LoadGenerator(new MemoryStream(TestModels.Linear(2)));

        Assert.HasCount(1, generator.Sample(1).Vectors("Sample"));
    }

    [TestMethod]
    public void Seal_AfterAChange_MakesTheFileWholeAgain()
    {
        var model = ModelProto.Parser.ParseFrom(Whole);
        model.MetadataProps.Add(new StringStringEntryProto { Key = "another program", Value = "\"checksum\":\"" });
        var changed = Google.Protobuf.MessageExtensions.ToByteArray(model);

        Assert.ThrowsExactly<InvalidDataException>(() => ModelFile.Parse(changed, GanManifest.GeneratorKind));
        ModelChecksum.Seal(changed);

        ModelFile.Parse(changed, GanManifest.GeneratorKind);
    }

    [TestMethod]
    public void Seal_FileWithoutAPlace_SaysSo() => Assert.AreEqual(
        "A file to seal must have a checksum in its manifest, but has none. (Parameter 'file')",
        Assert.ThrowsExactly<ArgumentException>(() => ModelChecksum.Seal(TestModels.Linear(2))).Message);

    private static byte[] Write()
    {
        var graph = new OnnxGraphBuilder();
        graph.Output("Sample", graph.Times(graph.Input("Latent", OnnxElementType.Single, [2]), graph.Constant([1f])));
        return ModelFile.Write(graph, TestModels.Manifest(2, [2]), new Dictionary<string, string> { ["a program"] = "what it keeps" });
    }
}
