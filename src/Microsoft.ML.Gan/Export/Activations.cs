using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;

namespace Microsoft.ML.Gan.Export;

/// <summary>Activations that have settings, or no operator of their own.</summary>
internal static class Activations
{
    /// <summary>Beyond this, ln(1 + eᵗ) and t are the same 32-bit number.</summary>
    private const double SoftplusIsLinear = 20;

    public static OnnxValue Write(OnnxGraphBuilder graph, LeakyReLU layer, OnnxValue x) =>
        graph.Elementwise("LeakyRelu", x, ("alpha", (float)layer.negative_slope));

    public static OnnxValue Write(OnnxGraphBuilder graph, ELU layer, OnnxValue x) =>
        graph.Elementwise("Elu", x, ("alpha", (float)layer.alpha));

    /// <summary>x sigmoid(x).</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, SiLU layer, OnnxValue x) => graph.Silu(x);

    /// <summary>x Φ(x) = x/2 (1 + erf(x/√2)); the approximation is x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))).</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, GELU layer, OnnxValue x)
    {
        var curve = layer.approximate switch
        {
            GELU.Approximate.none => graph.Elementwise("Erf", graph.Times(x, Math.Sqrt(0.5))),
            GELU.Approximate.tanh => graph.Elementwise("Tanh", graph.Times(PlusCube(graph, x), Math.Sqrt(2 / Math.PI))),
            _ => throw LayerFault.NoForm(layer, "approximate", layer.approximate, "Use none or tanh"),
        };
        return graph.Times(graph.Times(x, graph.Plus(curve, 1)), 0.5);
    }

    /// <summary>Along any dimension but the batch.</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, Softmax layer, OnnxValue x)
    {
        var axis = layer.dim < 0 ? layer.dim + x.Dimensions.Count : layer.dim;
        if (axis <= 0) throw LayerFault.NoForm(layer, "dim", layer.dim, "Use a dimension other than the batch");
        LayerFault.ThrowUnless(axis < x.Dimensions.Count, layer, x, $"more than {layer.dim} dimensions");
        return graph.Elementwise("Softmax", x, ("axis", axis));
    }

    /// <summary>ln(1 + exp(βx)) / β, and x itself where βx is above the threshold.</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, Softplus layer, OnnxValue x)
    {
        var scaled = layer.beta == 1 ? x : graph.Times(x, layer.beta);
        var smooth = graph.Elementwise("Softplus", scaled);
        if (layer.beta != 1) smooth = graph.Times(smooth, 1 / layer.beta);
        if (layer.threshold >= SoftplusIsLinear) return smooth;

        var isLinear = graph.Add("Greater", [scaled, graph.Scalar(layer.threshold)], OnnxElementType.Boolean, x.Dimensions);
        return graph.Add("Where", [isLinear, x, smooth], x.ElementType, x.Dimensions);
    }

    /// <summary>x tanh(ln(1 + eˣ)).</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, Mish layer, OnnxValue x) =>
        graph.Times(x, graph.Elementwise("Tanh", graph.Elementwise("Softplus", x)));

    /// <summary>ln σ(x) = −ln(1 + e⁻ˣ).</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, LogSigmoid layer, OnnxValue x) =>
        graph.Elementwise("Neg", graph.Elementwise("Softplus", graph.Elementwise("Neg", x)));

    /// <summary>x − tanh x.</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, Tanhshrink layer, OnnxValue x) => graph.Minus(x, graph.Elementwise("Tanh", x));

    /// <summary>x + 0.044715 x³.</summary>
    private static OnnxValue PlusCube(OnnxGraphBuilder graph, OnnxValue x) =>
        graph.Times(x, graph.Plus(graph.Times(graph.Times(x, x), 0.044715), 1));
}
