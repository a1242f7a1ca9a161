namespace Gan.Onnx.Graph;

/// <summary>The operators that generators and discriminators are made of, as methods from values to values.</summary>
/// <remarks>Semantics: the ONNX operator documents of opset 17. N is the batch size.</remarks>
public static class OnnxOperators
{
    /// <summary>The value itself, under another name.</summary>
    public static OnnxValue Identity(this OnnxGraphBuilder graph, OnnxValue x) => graph.Elementwise("Identity", x);

    /// <summary>A function of each element: <c>Relu</c>, <c>LeakyRelu</c>, <c>Elu</c>, <c>Tanh</c>, <c>Sigmoid</c>, <c>Erf</c>, ...</summary>
    public static OnnxValue Elementwise(
        this OnnxGraphBuilder graph, string operatorName, OnnxValue x, params IReadOnlyList<OnnxAttribute> attributes) =>
        graph.Add(operatorName, [x], x.ElementType, x.Dimensions, attributes);

    /// <summary>a + b, broadcast over the dimensions of a.</summary>
    public static OnnxValue Plus(this OnnxGraphBuilder graph, OnnxValue a, OnnxValue b) => graph.Add("Add", [a, b], a.ElementType, a.Dimensions);

    /// <summary>a - b, broadcast over the dimensions of a.</summary>
    public static OnnxValue Minus(this OnnxGraphBuilder graph, OnnxValue a, OnnxValue b) => graph.Add("Sub", [a, b], a.ElementType, a.Dimensions);

    /// <summary>a · b by element, broadcast over the dimensions of a.</summary>
    public static OnnxValue Times(this OnnxGraphBuilder graph, OnnxValue a, OnnxValue b) => graph.Add("Mul", [a, b], a.ElementType, a.Dimensions);

    /// <summary>A linear layer: x Wᵀ + b.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">(N, in), or (N, ..., in).</param>
    /// <param name="weight">(out, in).</param>
    /// <param name="bias">(out), or null.</param>
    public static OnnxValue Linear(this OnnxGraphBuilder graph, OnnxValue x, OnnxValue weight, OnnxValue? bias)
    {
        int outputs = weight.Dimensions[0];
        if (x.Dimensions.Count == 2)
        {
            return graph.Add("Gemm", bias is null ? [x, weight] : [x, weight, bias], x.ElementType, [OnnxValue.Batch, outputs], ("transB", 1));
        }
        var transposed = graph.Add("Transpose", [weight], weight.ElementType, [weight.Dimensions[1], outputs]);
        var product = graph.Add("MatMul", [x, transposed], x.ElementType, [.. x.Dimensions.SkipLast(1), outputs]);
        return bias is null ? product : graph.Plus(product, bias);
    }

    /// <summary>Gives each row another shape of as many elements.</summary>
    public static OnnxValue Reshape(this OnnxGraphBuilder graph, OnnxValue x, IReadOnlyList<int> rowShape)
    {
        var shape = graph.Constant([0, .. rowShape.Select(size => (long)size)], [rowShape.Count + 1]);      // 0: as in x
        return graph.Add("Reshape", [x, shape], x.ElementType, [OnnxValue.Batch, .. rowShape]);
    }

    /// <summary>Joins values along a dimension.</summary>
    public static OnnxValue Concat(this OnnxGraphBuilder graph, IReadOnlyList<OnnxValue> values, int axis)
    {
        int[] dimensions = [.. values[0].Dimensions];
        dimensions[axis] = values.Sum(value => value.Dimensions[axis]);
        return graph.Add("Concat", values, values[0].ElementType, dimensions, ("axis", axis));
    }

    /// <summary>Another element type.</summary>
    public static OnnxValue Cast(this OnnxGraphBuilder graph, OnnxValue x, OnnxElementType elementType) =>
        graph.Add("Cast", [x], elementType, x.Dimensions, ("to", (long)elementType));

    /// <summary>
    /// The rows of a table that the indices name: (rows, width) and (N) or (N, 1) give (N, width); (rows) and any indices give the indices' shape.
    /// </summary>
    public static OnnxValue Gather(this OnnxGraphBuilder graph, OnnxValue table, OnnxValue indices)
    {
        var gathered = graph.Add("Gather", [table, indices], table.ElementType, [.. indices.Dimensions, .. table.Dimensions.Skip(1)], ("axis", 0));
        return indices.Dimensions.Count == 1 || table.Dimensions.Count == 1 ? gathered : graph.Reshape(gathered, [.. table.Dimensions.Skip(1)]);
    }

    /// <summary>x σ(x).</summary>
    internal static OnnxValue Silu(this OnnxGraphBuilder graph, OnnxValue x) => graph.Times(x, graph.Elementwise("Sigmoid", x));
}
