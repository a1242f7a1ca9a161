using Gan.Testing;

namespace Microsoft.ML.Gan.Tests.Export;

/// <summary>What another implementation of the ONNX standard says of our files.</summary>
[TestClass]
public class OnnxCheckerTests
{
    [TestMethod]
    [TestCategory("python")]
    public void Checker_EachExportedLayer_IsAccepted() => OnnxChecker.MustAccept(LayerCases.All.Count, pathOf =>
    {
        foreach (var (name, (create, rowShape)) in LayerCases.All)
        {
            using var module = create();
            File.WriteAllBytes(pathOf(name), ExportedModule.ToModel(module, rowShape));
        }
    });

    [TestMethod]
    [TestCategory("python")]
    public void Checker_EachFileOfAFit_IsAccepted() => OnnxChecker.MustAccept(12, pathOf =>
    {
        Save("mlp", TestRows.Clusters(), null, null);
        Save("mlp-classes", TestRows.Clusters(), "Label", null);
        foreach (var label in new[] { null, "Label" })
        {
            Save($"dcgan8-{label}", TestRows.LabeledImages(64, channels: 1, side: 8), label, GanArchitectures.Dcgan(8, 8));
            Save(
                $"dcgan20-{label}", TestRows.LabeledImages(64, channels: 3, side: 20), label, GanArchitectures.Dcgan(
                    4, 4, normalization: DiscriminatorNormalization.Batch));
        }

        void Save(string name, IDataView rows, string? label, GanArchitecture? architecture)
        {
            using var gan = TestRows.MLContext.Gan().Train(rows, TestRows.Quick(label, rounds: 1, architecture: architecture));
            gan.SaveDiscriminator(pathOf($"{name}-discriminator"));
            gan.SaveGenerator(pathOf($"{name}-generator"));
        }
    });
}
