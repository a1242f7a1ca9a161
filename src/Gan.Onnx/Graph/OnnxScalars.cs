namespace Gan.Onnx.Graph;

/// <summary>Arithmetic with numbers that are known when the graph is written.</summary>
internal static class OnnxScalars
{
    public static OnnxValue Scalar(this OnnxGraphBuilder graph, double value) => graph.Constant([(float)value], []);

    public static OnnxValue Plus(this OnnxGraphBuilder graph, OnnxValue x, double addend) => graph.Plus(x, graph.Scalar(addend));

    public static OnnxValue Times(this OnnxGraphBuilder graph, OnnxValue x, double factor) => graph.Times(x, graph.Scalar(factor));

    /// <summary>slope · x + offset, for x of double (N, 1).</summary>
    public static OnnxValue Affine(this OnnxGraphBuilder graph, OnnxValue x, double slope, double offset) =>
        graph.Plus(graph.Times(x, graph.Constant([slope], 1)), graph.Constant([offset], 1));

    /// <summary>x where y = slope · x + offset, for y of double (N, 1).</summary>
    public static OnnxValue AffineInverse(this OnnxGraphBuilder graph, OnnxValue y, double slope, double offset) =>
        graph.Affine(y, 1 / slope, -offset / slope);

    /// <summary>A vector of one number.</summary>
    public static OnnxValue Filled(this OnnxGraphBuilder graph, float value, int count) =>
        graph.Constant(Enumerable.Repeat(value, count).ToArray(), [count]);
}
