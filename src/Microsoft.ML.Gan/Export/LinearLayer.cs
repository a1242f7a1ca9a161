using Gan.Onnx.Graph;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Export;

/// <summary>x Wᵀ + b.</summary>
internal static class LinearLayer
{
    public static OnnxValue Write(OnnxGraphBuilder graph, Linear layer, OnnxValue x) => Write(graph, layer, layer.weight, x);

    /// <summary>The layer with other weights than its own.</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, Linear layer, Tensor weight, OnnxValue x)
    {
        LayerFault.ThrowUnless(x.Dimensions.Count >= 2 && x.Dimensions[^1] == layer.weight.shape[1], layer, x, $"(N, ..., {layer.weight.shape[1]})");
        return graph.Linear(x, graph.Constant(weight), layer.bias is null ? null : graph.Constant(layer.bias));
    }
}
