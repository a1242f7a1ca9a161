using Gan.Onnx.Graph;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Export;

/// <summary>Convolutions and transposed convolutions over one or two dimensions.</summary>
internal static class Convolutions
{
    public static OnnxValue Write(OnnxGraphBuilder graph, Convolution layer, OnnxValue x) => Write(graph, layer, layer.weight, x);

    /// <summary>The layer with other weights than its own.</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, Convolution layer, Tensor weight, OnnxValue x)
    {
        Check(layer, x, inputs: layer.weight.shape[1] * layer.groups);
        var windows = Windows(layer);
        if (layer.padding_mode is not (PaddingModes.Zeros or PaddingModes.Constant))
        {
            x = PaddingLayers.Pad(graph, x, PadMode(layer), windows);
            windows = [.. windows.Select(window => window.Unpadded)];
        }

        var sizes = windows.Select((window, i) => window.Count(x.Dimensions[2 + i]));
        int[] dimensions = [OnnxValue.Batch, (int)layer.weight.shape[0], .. sizes];
        return graph.Add("Conv", Inputs(graph, layer, weight, x), x.ElementType, dimensions, Attributes(layer, windows));
    }

    public static OnnxValue WriteTransposed(OnnxGraphBuilder graph, ConvolutionTranspose layer, OnnxValue x)
    {
        Check(layer, x, inputs: layer.weight.shape[0]);
        var windows = Windows(layer);
        var outputPadding = layer.output_padding[0];        // TorchSharp's forward uses the first for every dimension

        var sizes = windows.Select((window, i) => window.TransposedCount(x.Dimensions[2 + i]) + (int)outputPadding);
        int[] dimensions = [OnnxValue.Batch, (int)(layer.weight.shape[1] * layer.groups), .. sizes];
        OnnxAttribute outputPaddings = ("output_padding", Enumerable.Repeat(outputPadding, windows.Length).ToArray());
        return graph.Add(
            "ConvTranspose", Inputs(graph, layer, layer.weight, x), x.ElementType, dimensions, [.. Attributes(layer, windows), outputPaddings]);
    }

    private static void Check(Convolution layer, OnnxValue x, long inputs)
    {
        var rank = layer.weight.shape.Length;
        LayerFault.ThrowUnless(x.Dimensions.Count == rank && x.Dimensions[1] == inputs, layer, x,
            $"(N, {inputs}, {(rank == 3 ? "length" : "height, width")})");
    }

    private static Window[] Windows(Convolution layer) =>
        [.. layer.weight.shape.Skip(2).Select((kernel, i) =>
        {
            var spread = layer.dilation[i] * (kernel - 1);
            var before = layer.padding_type switch { Padding.Same => spread / 2, Padding.Valid => 0, _ => layer.padding![i] };
            var after = layer.padding_type == Padding.Same ? spread - before : before;
            return new Window((int)kernel, (int)layer.stride[i], (int)before, (int)after, (int)layer.dilation[i]);
        })];

    private static string PadMode(Convolution layer)
    {
        // TorchSharp gives the first dimension's padding to the last one here.
        if (layer.padding_type == Padding.Same)
            throw LayerFault.NoForm(layer, "padding Same and padding_mode", layer.padding_mode, "Use a padding in numbers");
        return layer.padding_mode switch
        {
            PaddingModes.Reflect => PaddingLayers.Reflect,
            PaddingModes.Replicate => PaddingLayers.Replicate,
            _ => throw LayerFault.NoForm(layer, "padding_mode", layer.padding_mode, "Use Zeros, Reflect or Replicate"),
        };
    }

    private static OnnxValue[] Inputs(OnnxGraphBuilder graph, Convolution layer, Tensor weight, OnnxValue x) =>
        layer.bias is null ? [x, graph.Constant(weight)] : [x, graph.Constant(weight), graph.Constant(layer.bias)];

    private static OnnxAttribute[] Attributes(Convolution layer, Window[] windows) =>
        [Window.Kernels(windows), Window.Strides(windows), Window.Pads(windows), Window.Dilations(windows), ("group", layer.groups)];
}
