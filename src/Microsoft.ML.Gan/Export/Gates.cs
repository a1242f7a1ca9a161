using Gan.Onnx.Graph;
using TorchSharp.Modules;

namespace Microsoft.ML.Gan.Export;

/// <summary>Layers whose one half says how much of the other passes.</summary>
internal static class Gates
{
    /// <summary>a σ(b), a and b being the halves of x along a dimension other than the batch.</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, GLU layer, OnnxValue x)
    {
        var axis = (int)(layer.dim < 0 ? layer.dim + x.Dimensions.Count : layer.dim);
        if (axis <= 0) throw LayerFault.NoForm(layer, "dim", layer.dim, "Use a dimension other than the batch");
        LayerFault.ThrowUnless(axis < x.Dimensions.Count && x.Dimensions[axis] % 2 == 0, layer, x, $"an even size in dimension {axis}");
        var half = x.Dimensions[axis] / 2;
        return graph.Times(Part(graph, x, axis, 0, half), graph.Elementwise("Sigmoid", Part(graph, x, axis, half, 2 * half)));
    }

    private static OnnxValue Part(OnnxGraphBuilder graph, OnnxValue x, int axis, long start, long end)
    {
        int[] dimensions = [.. x.Dimensions];
        dimensions[axis] = (int)(end - start);
        OnnxValue[] inputs = [x, graph.Constant([start], 1), graph.Constant([end], 1), graph.Constant([(long)axis], 1)];
        return graph.Add("Slice", inputs, x.ElementType, dimensions);
    }
}
