using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Export;

/// <summary>Normalisations of features together: layer and group normalisation.</summary>
internal static class GroupedNorms
{
    public static OnnxValue WriteLayer(OnnxGraphBuilder graph, LayerNorm layer, OnnxValue x)
    {
        int[] shape = [.. layer.normalized_shape.Select(size => (int)size)];
        LayerFault.ThrowUnless(x.Dimensions.Count > shape.Length && x.Dimensions.TakeLast(shape.Length).SequenceEqual(shape), layer, x,
            $"(N, ..., {string.Join(", ", shape)})");

        var ones = Enumerable.Repeat(1f, shape.Product()).ToArray();
        var scale = layer.weight is null ? graph.Constant(ones, shape) : graph.Constant(layer.weight);
        OnnxValue[] inputs = layer.bias is null ? [x, scale] : [x, scale, graph.Constant(layer.bias)];
        return graph.Add("LayerNormalization", inputs, x.ElementType, x.Dimensions, ("axis", -shape.Length), ("epsilon", (float)layer.eps));
    }

    /// <summary>An instance normalisation in which each group is one feature; scale and bias by feature come after it.</summary>
    public static OnnxValue WriteGroup(OnnxGraphBuilder graph, GroupNorm layer, OnnxValue x)
    {
        var groups = (int)layer.num_groups;
        LayerFault.ThrowUnless(x.Dimensions.Count >= 3 && x.Dimensions[1] % groups == 0, layer, x, $"(N, a multiple of {groups}, ...)");

        var perGroup = x.RowShape.Product() / groups;
        var grouped = graph.Reshape(x, [groups, perGroup]);                                             // (N, G, C/G · H · W)
        OnnxValue[] inputs = [grouped, graph.Filled(1, groups), graph.Filled(0, groups)];
        var normalized = graph.Add("InstanceNormalization", inputs, x.ElementType, grouped.Dimensions, ("epsilon", (float)layer.eps));
        var result = graph.Reshape(normalized, x.RowShape);

        if (layer.weight is not null) result = graph.Times(result, PerFeature(graph, layer.weight, x));
        if (layer.bias is not null) result = graph.Plus(result, PerFeature(graph, layer.bias, x));
        return result;
    }

    /// <summary>(C) as (C, 1, 1), which is broadcast over the dimensions after the features.</summary>
    private static OnnxValue PerFeature(OnnxGraphBuilder graph, Tensor values, OnnxValue x)
    {
        using var shaped = values.reshape([-1, .. Enumerable.Repeat(1L, x.Dimensions.Count - 2)]);
        return graph.Constant(shaped);
    }
}
