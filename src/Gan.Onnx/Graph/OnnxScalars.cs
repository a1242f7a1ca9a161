namespace Gan.Onnx.Graph;

/// <summary>Arithmetic with numbers that are known when the graph is written.</summary>
internal static class OnnxScalars
{
    public static OnnxValue Scalar(this OnnxGraphBuilder graph, double value) => graph.Constant([(float)value], []);

    public static OnnxValue Plus(this OnnxGraphBuilder graph, OnnxValue x, double addend) => graph.Plus(x, graph.Scalar(addend));

    public static OnnxValue Times(this OnnxGraphBuilder graph, OnnxValue x, double factor) => graph.Times(x, graph.Scalar(factor));

    /// <summary>A vector of one number.</summary>
    public static OnnxValue Filled(this OnnxGraphBuilder graph, float value, int count) =>
        graph.Constant(Enumerable.Repeat(value, count).ToArray(), [count]);
}
