using Gan.Onnx.Graph;
using TorchSharp.Modules;

namespace Microsoft.ML.Gan.Export;

/// <summary>Activations made of straight pieces, and CELU.</summary>
internal static class Rectifiers
{
    /// <summary>max(x, 0) + a min(x, 0), with one learned slope a, or one for each channel.</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, PReLU layer, OnnxValue x)
    {
        var weight = layer.weight!;
        var slopes = weight.numel();
        LayerFault.ThrowUnless(slopes == 1 || x.Dimensions[1] == slopes, layer, x, $"(N, {slopes}, ...)");
        using var shaped = weight.reshape([slopes, .. Enumerable.Repeat(1L, slopes == 1 ? 0 : x.Dimensions.Count - 2)]);
        return graph.Add("PRelu", [x, graph.Constant(shaped)], x.ElementType, x.Dimensions);
    }

    /// <summary>The slope is drawn in training alone; outside it is the mean of its bounds.</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, RReLU layer, OnnxValue x) =>
        graph.Elementwise("LeakyRelu", x, ("alpha", (float)((layer.lower + layer.upper) / 2)));

    public static OnnxValue Write(OnnxGraphBuilder graph, CELU layer, OnnxValue x) => graph.Elementwise("Celu", x, ("alpha", (float)layer.alpha));

    public static OnnxValue Write(OnnxGraphBuilder graph, ReLU6 layer, OnnxValue x) =>
        graph.Add("Clip", [x, graph.Scalar(0), graph.Scalar(6)], x.ElementType, x.Dimensions);

    /// <summary>x/6 + 1/2, held to 0 and 1.</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, Hardsigmoid layer, OnnxValue x) =>
        graph.Elementwise("HardSigmoid", x, ("alpha", 1 / 6f), ("beta", 0.5f));

    /// <summary>0 where |x| ≤ λ, else λ nearer to 0.</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, Softshrink layer, OnnxValue x) =>
        graph.Elementwise("Shrink", x, ("lambd", (float)layer.lambda), ("bias", (float)layer.lambda));

    /// <summary>0 where |x| ≤ λ, else x.</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, Hardshrink layer, OnnxValue x) =>
        graph.Elementwise("Shrink", x, ("lambd", (float)layer.lambda));
}
