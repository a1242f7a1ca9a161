namespace Gan.Onnx.Graph;

/// <summary>The operators that decode a table's columns: choices, comparisons, sums along a row, texts.</summary>
/// <remarks>
/// Semantics: the ONNX operator documents of opset 17; in the element types that each document allows, of which ONNX Runtime may lack some
/// (it chooses, compares, sums and accumulates Single, Double, Int32 and Int64: choose in one of them, then <see cref="OnnxOperators.Cast"/>).
/// N is the batch size.
/// </remarks>
public static class OnnxTableOperators
{
    /// <summary>a / b by element, broadcast over the dimensions of a. Integers are cut off towards 0.</summary>
    public static OnnxValue Over(this OnnxGraphBuilder graph, OnnxValue a, OnnxValue b) => graph.Add("Div", [a, b], a.ElementType, a.Dimensions);

    /// <summary>
    /// Whether a relation holds, by element, broadcast both ways: <c>Less</c>, <c>LessOrEqual</c>, <c>Equal</c>, <c>GreaterOrEqual</c>,
    /// <c>Greater</c>.
    /// </summary>
    public static OnnxValue Compare(this OnnxGraphBuilder graph, string operatorName, OnnxValue a, OnnxValue b) =>
        graph.Add(operatorName, [a, b], OnnxElementType.Boolean, Broadcast(a, b));

    /// <summary>
    /// Truth values joined by element, broadcast both ways: <c>And</c>, <c>Or</c>, <c>Xor</c>. (<c>Not</c> is
    /// <see cref="OnnxOperators.Elementwise"/>.)
    /// </summary>
    public static OnnxValue Logical(this OnnxGraphBuilder graph, string operatorName, OnnxValue a, OnnxValue b) => graph.Compare(operatorName, a, b);

    /// <summary>a where the condition holds, else b; broadcast all ways.</summary>
    public static OnnxValue Where(this OnnxGraphBuilder graph, OnnxValue condition, OnnxValue a, OnnxValue b) =>
        graph.Add("Where", [condition, a, b], a.ElementType, Broadcast(condition, a, b));

    /// <summary>The values a where the condition holds, as the type of b, else b; broadcast over the dimensions of b.</summary>
    internal static OnnxValue Choose(this OnnxGraphBuilder graph, OnnxValue condition, OnnxValue a, OnnxValue b)
    {
        var type = b.ElementType;
        if (type is OnnxElementType.Single) return graph.Where(condition, graph.Cast(a, type), b);
        if (type is OnnxElementType.Double) return graph.Where(condition, a, b);
        var chosen = graph.Where(condition, graph.Cast(a, OnnxElementType.Int64), graph.Cast(b, OnnxElementType.Int64));
        return graph.Cast(chosen, type);
    }

    /// <summary>Whether a number is none: Boolean.</summary>
    internal static OnnxValue IsNaN(this OnnxGraphBuilder graph, OnnxValue x) => graph.Add("IsNaN", [x], OnnxElementType.Boolean, x.Dimensions);

    /// <summary>min(max(x, minimum), maximum), broadcast over the dimensions of x; null for no bound.</summary>
    public static OnnxValue Clip(this OnnxGraphBuilder graph, OnnxValue x, OnnxValue? minimum, OnnxValue? maximum)
    {
        if (minimum is not null) x = graph.Add("Max", [x, minimum], x.ElementType, x.Dimensions);
        return maximum is null ? x : graph.Add("Min", [x, maximum], x.ElementType, x.Dimensions);
    }

    /// <summary>The nearest integer, halves to the even one.</summary>
    public static OnnxValue Round(this OnnxGraphBuilder graph, OnnxValue x) => graph.Elementwise("Round", x);

    /// <summary>The columns from <paramref name="start"/> on: (N, width) gives (N, count).</summary>
    public static OnnxValue Columns(this OnnxGraphBuilder graph, OnnxValue x, int start, int count)
    {
        OnnxValue[] inputs = [x, graph.Constant([(long)start], 1), graph.Constant([(long)start + count], 1), graph.Constant([1L], 1)];
        return graph.Add("Slice", inputs, x.ElementType, [OnnxValue.Batch, count]);
    }

    /// <summary>1 at the place that a code names, 0 elsewhere, and nothing but 0 for a code below 0: Int64 (N, 1) gives Single (N, width).</summary>
    public static OnnxValue OneHot(this OnnxGraphBuilder graph, OnnxValue codes, int width)
    {
        long[] places = [.. Enumerable.Range(0, width).Select(place => (long)place)];
        return graph.Cast(graph.Compare("Equal", codes, graph.Constant(places, 1, width)), OnnxElementType.Single);
    }

    /// <summary>Sums along each row: (N, width) gives (N, 1).</summary>
    /// <remarks>Sum Single values: ONNX Runtime takes ten times as long for wide rows of integers.</remarks>
    public static OnnxValue SumOfColumns(this OnnxGraphBuilder graph, OnnxValue x) =>
        graph.Add("ReduceSum", [x, graph.Constant([1L], 1)], x.ElementType, [OnnxValue.Batch, 1], ("keepdims", 1));

    /// <summary>Each row's running sums: (N, width) gives (N, width); the last one is the row's sum.</summary>
    public static OnnxValue RunningSum(this OnnxGraphBuilder graph, OnnxValue x) =>
        graph.Add("CumSum", [x, graph.Constant([1L])], x.ElementType, x.Dimensions);

    /// <summary>As many rows as another value has, from as many or from one that stands for all: (N, width) or (1, width) gives (N, width).</summary>
    public static OnnxValue ExpandRows(this OnnxGraphBuilder graph, OnnxValue x, OnnxValue rowsOf)
    {
        var rows = graph.Add("Shape", [rowsOf], OnnxElementType.Int64, [1], ("start", 0), ("end", 1));
        var shape = graph.Concat([rows, graph.Constant([.. x.RowShape.Select(size => (long)size)], x.RowShape.Count)], 0);
        return graph.Add("Expand", [x, shape], x.ElementType, [OnnxValue.Batch, .. x.RowShape]);
    }

    /// <summary>The text of each code 0, 1, ...: Int64 of any shape gives Text of that shape.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="codes">The codes.</param>
    /// <param name="texts">The texts in the order of their codes.</param>
    /// <param name="otherwise">The text of any other code. Default: empty.</param>
    /// <remarks><c>LabelEncoder</c> of the <c>ai.onnx.ml</c> domain.</remarks>
    public static OnnxValue Texts(this OnnxGraphBuilder graph, OnnxValue codes, IReadOnlyList<string> texts, string otherwise = "")
    {
        long[] keys = [.. Enumerable.Range(0, texts.Count).Select(code => (long)code)];
        return graph.AddMachineLearning(
            "LabelEncoder", [codes], OnnxElementType.Text, codes.Dimensions,
            ("keys_int64s", keys), ("values_strings", texts.ToArray()), ("default_string", otherwise));
    }

    /// <summary>The shape of values that are broadcast against each other.</summary>
    private static int[] Broadcast(params ReadOnlySpan<OnnxValue> values)
    {
        var rank = 0;
        foreach (var value in values) rank = Math.Max(rank, value.Dimensions.Count);
        var dimensions = new int[rank];
        Array.Fill(dimensions, 1);
        foreach (var value in values)
        {
            var offset = rank - value.Dimensions.Count;
            for (var i = 0; i < value.Dimensions.Count; i++)
            {
                if (dimensions[offset + i] == 1) dimensions[offset + i] = value.Dimensions[i];
            }
        }
        return dimensions;
    }
}
