using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Export;

/// <summary>Poolings of images.</summary>
/// <remarks>
/// ceil_mode is written as padding, and not as ONNX's attribute of that name, whose last windows and divisors
/// differ from torch's.
/// </remarks>
internal static class Pooling
{
    public static OnnxValue Write(OnnxGraphBuilder graph, MaxPool2d layer, OnnxValue x)
    {
        var windows = Windows(layer, x, layer.kernel_size, layer.stride, layer.padding, layer.dilation, layer.ceil_mode);
        if (windows.Any(window => window.After >= window.Kernel))       // ceil_mode with a dilation: ONNX Runtime takes less
        {
            x = PaddingLayers.Pad(graph, x, PaddingLayers.Fill, windows, float.NegativeInfinity);
            windows = [.. windows.Select(window => window.Unpadded)];
        }
        return graph.Add("MaxPool", [x], x.ElementType, Dimensions(x, windows),
            Window.Kernels(windows), Window.Strides(windows), Window.Pads(windows), Window.Dilations(windows));
    }

    public static OnnxValue Write(OnnxGraphBuilder graph, AvgPool2d layer, OnnxValue x)
    {
        var windows = Windows(layer, x, layer.kernel_size, layer.stride, layer.padding, null, layer.ceil_mode);
        if (layer.divisor_override is { } divisor)
        {
            var mean = Average(graph, x, windows, countPads: true);
            return graph.Times(mean, windows[0].Kernel * windows[1].Kernel / (double)divisor);
        }

        var isWhole = windows.All(window => window.After == window.Before);
        if (layer.count_include_pad && !isWhole)
        {
            // The layer's own padding counts in the divisor, what ceil_mode adds does not.
            x = PaddingLayers.Pad(graph, x, PaddingLayers.Fill, [.. windows.Select(window => window with { After = window.Before })]);
            windows = [.. windows.Select(window => window with { Before = 0, After = window.After - window.Before })];
            return Average(graph, x, windows, countPads: false);
        }
        return Average(graph, x, windows, layer.count_include_pad);
    }

    /// <summary>Sizes that divide the input's: torch's windows differ in size otherwise.</summary>
    public static OnnxValue Write(OnnxGraphBuilder graph, AdaptiveAvgPool2d layer, OnnxValue x)
    {
        CheckIsImage(layer, x);
        int[] sizes = [(int)layer.output_size[0], (int)layer.output_size[^1]];
        int[] inputSizes = [x.Dimensions[2], x.Dimensions[3]];
        if (inputSizes[0] % sizes[0] != 0 || inputSizes[1] % sizes[1] != 0)
        {
            throw LayerFault.NoForm(layer, "output_size", $"({sizes[0]}, {sizes[1]}) of {inputSizes[0]}x{inputSizes[1]} images",
                "Use 1, or a size that divides the input's");
        }

        if (sizes is [1, 1]) return graph.Add("GlobalAveragePool", [x], x.ElementType, [.. x.Dimensions.Take(2), 1, 1]);
        Window[] windows = [.. inputSizes.Zip(sizes, (input, output) => new Window(input / output, input / output, 0, 0, 1))];
        return Average(graph, x, windows, countPads: false);
    }

    private static OnnxValue Average(OnnxGraphBuilder graph, OnnxValue x, Window[] windows, bool countPads) =>
        graph.Add("AveragePool", [x], x.ElementType, Dimensions(x, windows),
            Window.Kernels(windows), Window.Strides(windows), Window.Pads(windows), ("count_include_pad", countPads ? 1 : 0));

    private static Window[] Windows(nn.Module layer, OnnxValue x, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceil)
    {
        CheckIsImage(layer, x);
        return [.. Enumerable.Range(0, 2).Select(i =>
        {
            var pads = At(padding, i, 0);
            var window = new Window(At(kernel, i, 0), At(stride ?? kernel, i, 0), pads, pads, At(dilation, i, 1));
            return ceil ? window.Covering(x.Dimensions[2 + i]) : window;
        })];
    }

    /// <summary>One number stands for both dimensions, and none for the default.</summary>
    private static int At(long[]? sizes, int i, int otherwise) =>
        sizes is null or [] ? otherwise : (int)sizes[Math.Min(i, sizes.Length - 1)];

    private static void CheckIsImage(nn.Module layer, OnnxValue x) =>
        LayerFault.ThrowUnless(x.Dimensions.Count == 4, layer, x, "(N, channels, height, width)");

    private static int[] Dimensions(OnnxValue x, Window[] windows) =>
        [.. x.Dimensions.Take(2), .. windows.Select((window, i) => window.Count(x.Dimensions[2 + i]))];
}
