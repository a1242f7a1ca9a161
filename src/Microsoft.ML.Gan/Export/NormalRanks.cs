using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export.Layers;

namespace Microsoft.ML.Gan.Export;

/// <summary>Normal numbers to uniform ones.</summary>
internal static class NormalRanks
{
    /// <summary>The normal distribution function, Φ(x) = (1 + erf(x / √2)) / 2, by element.</summary>
    public static OnnxValue NormalRank(this OnnxGraphBuilder graph, OnnxValue x) =>
        graph.Plus(graph.Times(graph.Elementwise("Erf", graph.Times(x, Math.Sqrt(0.5))), 0.5), 0.5);
}
