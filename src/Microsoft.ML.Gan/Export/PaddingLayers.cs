using Gan.Onnx.Graph;
using TorchSharp.Modules;

namespace Microsoft.ML.Gan.Export;

/// <summary>Padding of images.</summary>
internal static class PaddingLayers
{
    public const string Fill = "constant", Reflect = "reflect", Replicate = "edge";

    public static OnnxValue Write(OnnxGraphBuilder graph, PadBase layer, OnnxValue x)
    {
        LayerFault.ThrowUnless(x.Dimensions.Count == 4, layer, x, "(N, channels, height, width)");
        var mode = layer switch { ReflectionPad2d => Reflect, ReplicationPad2d => Replicate, _ => Fill };
        int[] pads = [.. layer.padding.Select(size => (int)size)];      // left, right, top, bottom
        return Pad(graph, x, mode, [pads[2], pads[0]], [pads[3], pads[1]], (float)layer.value);
    }

    /// <summary>Pads the dimensions after the channels as the windows say.</summary>
    public static OnnxValue Pad(OnnxGraphBuilder graph, OnnxValue x, string mode, Window[] windows, float fill = 0) =>
        Pad(graph, x, mode, [.. windows.Select(window => window.Before)], [.. windows.Select(window => window.After)], fill);

    private static OnnxValue Pad(OnnxGraphBuilder graph, OnnxValue x, string mode, int[] before, int[] after, float fill)
    {
        long[] pads = [0, 0, .. before.Select(size => (long)size), 0, 0, .. after.Select(size => (long)size)];
        var sizes = before.Select((size, i) => size + x.Dimensions[2 + i] + after[i]);
        OnnxValue[] inputs = [x, graph.Constant(pads, pads.Length), graph.Scalar(fill)];
        return graph.Add("Pad", inputs, x.ElementType, [.. x.Dimensions.Take(2), .. sizes], ("mode", mode));
    }
}
