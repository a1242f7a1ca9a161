using Gan.Onnx;
using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>Writes trained players as ONNX files, in and out in the data's own units.</summary>
internal static class GanExporter
{
    /// <summary>Latent (N, z), and Label (N, 1) if there are classes, to Sample (N, ...shape).</summary>
    public static byte[] Generator(GanModel model)
    {
        var graph = new OnnxGraphBuilder();
        var latent = graph.Input(GanTensors.Latent, OnnxElementType.Single, [model.LatentSize]);
        var sample = model.Generator.ToOnnx(graph, latent, Label(graph, model));
        graph.Output(GanTensors.Sample, model.Scaling.ToData(graph, sample));
        return graph.ToModel(Manifest(model, GanManifest.GeneratorKind).ToMetadata());
    }

    /// <summary>Sample (N, ...shape), and Label (N, 1) if there are classes, to Score, Probability and PredictedLabel, all (N, 1).</summary>
    public static byte[] Discriminator(GanModel model)
    {
        var graph = new OnnxGraphBuilder();
        var sample = graph.Input(GanTensors.Sample, OnnxElementType.Single, model.Schema.Shape);
        var score = model.Discriminator.ToOnnx(graph, model.Scaling.ToNetwork(graph, sample), Label(graph, model));
        graph.Output(GanTensors.Score, score);
        graph.Output(GanTensors.Probability, graph.Elementwise("Sigmoid", score));
        graph.Output(
            GanTensors.PredictedLabel, graph.Add("Greater", [score, graph.Constant([0f], [])], OnnxElementType.Boolean, score.Dimensions));
        return graph.ToModel(Manifest(model, GanManifest.DiscriminatorKind).ToMetadata());
    }

    private static OnnxValue? Label(OnnxGraphBuilder graph, GanModel model) =>
        model.Schema.HasClasses ? graph.Input(GanTensors.Label, OnnxElementType.UInt32, [1]) : null;

    private static GanManifest Manifest(GanModel model, string kind) => new()
    {
        Kind = kind,
        LatentSize = kind == GanManifest.GeneratorKind ? model.LatentSize : 0,
        Prior = model.Prior,
        SampleShape = model.Schema.Shape,
        ClassNames = model.Schema.ClassNames,
        ClassFrequencies = model.Schema.ClassFrequencies,
        SlotNames = model.Schema.SlotNames,
    };
}
