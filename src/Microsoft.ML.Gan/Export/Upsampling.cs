using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Export;

/// <summary>Images in another size, by the nearest pixel or between four.</summary>
internal static class Upsampling
{
    public static OnnxValue Write(OnnxGraphBuilder graph, Upsample layer, OnnxValue x)
    {
        LayerFault.ThrowUnless(x.Dimensions.Count == 4, layer, x, "(N, channels, height, width)");
        return layer.mode switch
        {
            UpsampleMode.Nearest => Nearest(graph, layer, x),
            UpsampleMode.Bilinear => Bilinear(graph, layer, x),
            _ => throw LayerFault.NoForm(layer, "mode", layer.mode, "Use Nearest or Bilinear"),
        };
    }

    /// <summary>A Resize where each pixel becomes a block of equals, else the rows and columns that torch picks, by their numbers.</summary>
    private static OnnxValue Nearest(OnnxGraphBuilder graph, Upsample layer, OnnxValue x)
    {
        var (rows, columns) = Sources(layer, x.Dimensions[2], x.Dimensions[3]);
        if (IsRepetition(rows, x.Dimensions[2]) && IsRepetition(columns, x.Dimensions[3]))
        {
            float[] scales = [1, 1, rows.Length / x.Dimensions[2], columns.Length / x.Dimensions[3]];
            return Resize(graph, x, scales, rows.Length, columns.Length,
                ("mode", "nearest"), ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor"));
        }
        return Pick(graph, Pick(graph, x, rows, axis: 2), columns, axis: 3);
    }

    private static OnnxValue Pick(OnnxGraphBuilder graph, OnnxValue x, long[] indices, int axis)
    {
        int[] dimensions = [.. x.Dimensions.Take(axis), indices.Length, .. x.Dimensions.Skip(axis + 1)];
        return graph.Add("Gather", [x, graph.Constant(indices, indices.Length)], x.ElementType, dimensions, ("axis", axis));
    }

    private static OnnxValue Bilinear(OnnxGraphBuilder graph, Upsample layer, OnnxValue x)
    {
        var (height, heightScale) = Scaled(layer, 0, x.Dimensions[2]);
        var (width, widthScale) = Scaled(layer, 1, x.Dimensions[3]);
        return Resize(graph, x, [1, 1, heightScale, widthScale], height, width,
            ("mode", "linear"), ("coordinate_transformation_mode", layer.align_corners == true ? "align_corners" : "half_pixel"));
    }

    private static OnnxValue Resize(OnnxGraphBuilder graph, OnnxValue x, float[] scales, int height, int width, params OnnxAttribute[] attributes)
    {
        var noRegion = graph.Constant(ReadOnlySpan<float>.Empty, 0);
        int[] dimensions = [.. x.Dimensions.Take(2), height, width];
        return graph.Add("Resize", [x, noRegion, graph.Constant(scales, scales.Length)], x.ElementType, dimensions, attributes);
    }

    /// <summary>The row and the column that each output pixel is taken from.</summary>
    /// <remarks>The layer itself says so: it is asked to enlarge an image of row numbers, and one of column numbers.</remarks>
    private static (long[] Rows, long[] Columns) Sources(Upsample layer, int height, int width)
    {
        using var scope = NewDisposeScope();
        var rows = TensorArithmetic.Range(height).reshape(1, 1, height, 1).expand(1, 1, height, width);
        var columns = TensorArithmetic.Range(width).reshape(1, 1, 1, width).expand(1, 1, height, width);
        return (Numbers(layer.forward(rows).select(3, 0)), Numbers(layer.forward(columns).select(2, 0)));
    }

    private static long[] Numbers(Tensor values) => values.to(ScalarType.Int64).contiguous().data<long>().ToArray();

    private static bool IsRepetition(long[] sources, int size) =>
        sources.Length % size == 0 && !sources.Where((source, i) => source != i / (sources.Length / size)).Any();

    /// <summary>The output size of a dimension, and a scale with which floor(size · scale) is just that, in 32 bits and in 64.</summary>
    private static (int Size, float Scale) Scaled(Upsample layer, int i, int size)
    {
        var output = layer.size.IsEmpty ? (int)Math.Floor(size * layer.scale_factor[i]) : (int)layer.size[i];
        var keepsFactor = layer.size.IsEmpty && layer.recompute_scale_factor != true;
        var scale = (float)(keepsFactor ? layer.scale_factor[i] : (double)output / size);
        while ((int)(size * (double)scale) < output) scale = MathF.BitIncrement(scale);
        while ((int)(size * scale) > output) scale = MathF.BitDecrement(scale);
        return (output, scale);
    }
}
