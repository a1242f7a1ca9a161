using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Export;

/// <summary>How the window of a convolution or a pooling moves along one dimension.</summary>
/// <param name="Kernel">The elements in the window.</param>
/// <param name="Stride">The step from one window to the next.</param>
/// <param name="Before">The padding before the first element.</param>
/// <param name="After">The padding after the last one.</param>
/// <param name="Dilation">The distance of neighbours in the window.</param>
internal readonly record struct Window(int Kernel, int Stride, int Before, int After, int Dilation)
{
    public Window Unpadded => this with { Before = 0, After = 0 };

    private int Extent => Dilation * (Kernel - 1) + 1;

    /// <summary>How many windows fit into a dimension of this size.</summary>
    public int Count(int size) => (size + Before + After - Extent) / Stride + 1;

    /// <summary>The size that has as many windows: what a transposed convolution gives.</summary>
    public int TransposedCount(int count) => (count - 1) * Stride + Extent - Before - After;

    /// <summary>The same window with as much padding after the last element as the last partial window needs (ceil_mode).</summary>
    /// <remarks>As in torch, a window that would start in that padding is left out.</remarks>
    public Window Covering(int size)
    {
        var count = (size + Before + After - Extent + Stride - 1) / Stride + 1;
        if ((count - 1) * Stride >= size + Before) count--;
        var missing = (count - 1) * Stride + Extent - (size + Before + After);
        return this with { After = After + Math.Max(0, missing) };
    }

    public static OnnxAttribute Kernels(Window[] windows) => Attribute("kernel_shape", windows.Select(window => window.Kernel));

    public static OnnxAttribute Strides(Window[] windows) => Attribute("strides", windows.Select(window => window.Stride));

    public static OnnxAttribute Pads(Window[] windows) =>
        Attribute("pads", windows.Select(window => window.Before).Concat(windows.Select(window => window.After)));

    public static OnnxAttribute Dilations(Window[] windows) => Attribute("dilations", windows.Select(window => window.Dilation));

    private static OnnxAttribute Attribute(string name, IEnumerable<int> values) => (name, values.Select(value => (long)value).ToArray());
}
