namespace Gan.Onnx.Graph;

/// <summary>Normal numbers to uniform ones.</summary>
internal static class OnnxNormalRank
{
    /// <summary>The normal distribution function, Φ(x) = (1 + erf(x / √2)) / 2, by element.</summary>
    public static OnnxValue NormalRank(this OnnxGraphBuilder graph, OnnxValue x) =>
        graph.Plus(graph.Times(graph.Elementwise("Erf", graph.Times(x, Math.Sqrt(0.5))), 0.5), 0.5);
}
