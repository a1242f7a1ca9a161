using Gan.Onnx.Graph;
using TorchSharp.Modules;

namespace Microsoft.ML.Gan.Export;

/// <summary>Modules that are made of others.</summary>
internal static class Containers
{
    public static OnnxValue Write(OnnxGraphBuilder graph, Sequential layer, OnnxValue x) =>
        layer.children().Aggregate(x, (value, child) => OnnxExport.Write(graph, child, value));
}
