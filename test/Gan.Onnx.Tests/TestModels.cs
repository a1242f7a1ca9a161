using Gan.Onnx.Graph;

namespace Gan.Onnx.Tests;

/// <summary>Little generators with known outputs.</summary>
internal static class TestModels
{
    public static readonly string[] Digits = ["zero", "one", "two"];

    /// <summary>Sample k = (k + 1) · (z₀ + 10 z₁), in any shape.</summary>
    public static byte[] Linear(params int[] sampleShape) => Linear([], sampleShape);

    public static byte[] Linear(string[] slotNames, params int[] sampleShape)
    {
        var size = sampleShape.Aggregate((product, next) => product * next);
        var graph = new OnnxGraphBuilder();
        var latent = graph.Input("Latent", OnnxElementType.Single, [2]);
        var weight = graph.Constant([.. Enumerable.Range(1, size).SelectMany(k => new[] { k, 10f * k })], size, 2);
        graph.Output("Sample", graph.Reshape(graph.Linear(latent, weight, null), sampleShape));
        return graph.ToModel(Manifest(2, sampleShape, slotNames: slotNames).ToMetadata());
    }

    /// <summary>Two samples values: z + 100 · key.</summary>
    public static byte[] Conditional(params double[] frequencies)
    {
        var graph = new OnnxGraphBuilder();
        var latent = graph.Input("Latent", OnnxElementType.Single, [2]);
        var label = graph.Input("Label", OnnxElementType.UInt32, [1]);
        var index = graph.Minus(graph.Cast(label, OnnxElementType.Int64), graph.Constant([1L], 1));
        var table = graph.Constant([100f, 100, 200, 200, 300, 300], 3, 2);
        graph.Output("Sample", graph.Plus(latent, graph.Gather(table, index)));
        return graph.ToModel((Manifest(2, [2]) with
        {
            ClassNames = Digits,
            ClassFrequencies = frequencies.Length > 0 ? frequencies : [1, 1, 1],
        }).ToMetadata());
    }

    /// <summary>A network with rounding to disagree about: 16 to 64 to 28 through tanh.</summary>
    public static byte[] Network()
    {
        var noise = new LatentSource(7, 64 * 64, LatentPrior.Normal);
        OnnxValue Weight(OnnxGraphBuilder graph, int row, int outputs, int inputs)
        {
            var values = new float[outputs * inputs];
            noise.Fill(row, values);
            return graph.Constant(values, outputs, inputs);
        }
        var graph = new OnnxGraphBuilder();
        var hidden = graph.Elementwise("Relu", graph.Linear(graph.Input("Latent", OnnxElementType.Single, [16]), Weight(graph, 0, 64, 16), null));
        graph.Output("Sample", graph.Elementwise("Tanh", graph.Linear(hidden, Weight(graph, 1, 28, 64), null)));
        return graph.ToModel(Manifest(16, [28]).ToMetadata());
    }

    /// <summary>Score = x₀ + 2 x₁, Probability = sigmoid(Score), both [N, 1].</summary>
    public static byte[] Scores()
    {
        var graph = new OnnxGraphBuilder();
        var score = graph.Linear(graph.Input("x", OnnxElementType.Single, [2]), graph.Constant([1f, 2], 1, 2), null);
        graph.Output("logits", score);
        graph.Output("probability", graph.Elementwise("Sigmoid", score));
        return graph.ToModel((Manifest(0, [2]) with { Kind = GanManifest.DiscriminatorKind }).ToMetadata());
    }

    public static GanManifest Manifest(int latentSize, int[] sampleShape, params string[] slotNames) =>
        new() { Kind = GanManifest.GeneratorKind, LatentSize = latentSize, SampleShape = sampleShape, SlotNames = slotNames };
}
