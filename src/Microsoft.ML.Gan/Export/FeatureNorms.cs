using Gan.Onnx.Graph;
using TorchSharp.Modules;

namespace Microsoft.ML.Gan.Export;

/// <summary>Normalisations of one feature at a time: batch and instance normalisation.</summary>
internal static class FeatureNorms
{
    /// <summary>With the running statistics. Those of the batch would let a row depend on the others.</summary>
    public static OnnxValue WriteBatch(OnnxGraphBuilder graph, BatchNorm layer, OnnxValue x)
    {
        var fits = layer is BatchNorm2d ? x.Dimensions.Count == 4 : x.Dimensions.Count is 2 or 3;
        LayerFault.ThrowUnless(fits && x.Dimensions[1] == layer.num_features, layer, x,
            $"(N, {layer.num_features}{(layer is BatchNorm2d ? ", height, width" : ", ...")})");
        if (layer.running_mean is null || layer.running_var is null)
            throw LayerFault.NoForm(layer, "track_running_stats", false, "Use running statistics");
        return ByRunningStatistics(graph, layer, x);
    }

    /// <summary>With the statistics of each feature map, or with the running ones if the layer tracks them.</summary>
    public static OnnxValue WriteInstance(OnnxGraphBuilder graph, InstanceNorm layer, OnnxValue x)
    {
        var rank = layer is InstanceNorm2d ? 4 : 3;
        LayerFault.ThrowUnless(x.Dimensions.Count == rank && x.Dimensions[1] == layer.num_features, layer, x,
            $"(N, {layer.num_features}, {(rank == 4 ? "height, width" : "length")})");
        return layer.track_running_stats ? ByRunningStatistics(graph, layer, x) : ByOwnStatistics(graph, layer, x);
    }

    private static OnnxValue ByRunningStatistics(OnnxGraphBuilder graph, NormBase layer, OnnxValue x)
    {
        OnnxValue[] inputs = [x, Scale(graph, layer), Bias(graph, layer), graph.Constant(layer.running_mean!), graph.Constant(layer.running_var!)];
        return graph.Add("BatchNormalization", inputs, x.ElementType, x.Dimensions, ("epsilon", (float)layer.eps));
    }

    private static OnnxValue ByOwnStatistics(OnnxGraphBuilder graph, NormBase layer, OnnxValue x) =>
        graph.Add("InstanceNormalization", [x, Scale(graph, layer), Bias(graph, layer)], x.ElementType, x.Dimensions, ("epsilon", (float)layer.eps));

    private static OnnxValue Scale(OnnxGraphBuilder graph, NormBase layer) =>
        layer.weight is null ? graph.Filled(1, (int)layer.num_features) : graph.Constant(layer.weight);

    private static OnnxValue Bias(OnnxGraphBuilder graph, NormBase layer) =>
        layer.bias is null ? graph.Filled(0, (int)layer.num_features) : graph.Constant(layer.bias);
}
