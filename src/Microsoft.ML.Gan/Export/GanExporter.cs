using Gan.Onnx;
using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Training;

namespace Microsoft.ML.Gan.Export;

/// <summary>Writes trained players as ONNX files, in and out in the data's own units.</summary>
internal static class GanExporter
{
    /// <summary>Latent (N, z), and Label (N, 1) if there are classes, to Sample (N, ...shape).</summary>
    public static byte[] Generator(TrainedGan gan)
    {
        var graph = new OnnxGraphBuilder();
        var latent = graph.Input(GanTensors.Latent, OnnxElementType.Single, [gan.LatentSize]);
        var sample = gan.Generator.ToOnnx(graph, latent, Label(graph, gan));
        graph.Output(GanTensors.Sample, gan.Scaling.ToData(graph, sample));
        return graph.ToModel(Manifest(gan, GanManifest.GeneratorKind).ToMetadata());
    }

    /// <summary>Sample (N, ...shape), and Label (N, 1) if there are classes, to Score and Probability, both (N, 1).</summary>
    public static byte[] Discriminator(TrainedGan gan)
    {
        var graph = new OnnxGraphBuilder();
        var sample = graph.Input(GanTensors.Sample, OnnxElementType.Single, gan.Data.SampleShape);
        var score = gan.Discriminator.ToOnnx(graph, gan.Scaling.ToNetwork(graph, sample), Label(graph, gan));
        graph.Output(GanTensors.Score, score);
        graph.Output(GanTensors.Probability, graph.Elementwise("Sigmoid", score));
        return graph.ToModel(Manifest(gan, GanManifest.DiscriminatorKind).ToMetadata());
    }

    private static OnnxValue? Label(OnnxGraphBuilder graph, TrainedGan gan) =>
        gan.Data.ClassNames.Count == 0 ? null : graph.Input(GanTensors.Label, OnnxElementType.UInt32, [1]);

    private static GanManifest Manifest(TrainedGan gan, string kind) => new()
    {
        Kind = kind,
        LatentSize = kind == GanManifest.GeneratorKind ? gan.LatentSize : 0,
        Prior = gan.Prior,
        SampleShape = gan.Data.SampleShape,
        ClassNames = gan.Data.ClassNames,
        ClassFrequencies = gan.Data.ClassFrequencies(),
        SlotNames = gan.Data.SlotNames,
    };
}
