using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;

namespace Microsoft.ML.Gan.Export;

/// <summary>Layers that only arrange elements anew.</summary>
internal static class Shapes
{
    public static OnnxValue Write(OnnxGraphBuilder graph, Flatten layer, OnnxValue x)
    {
        var (start, end) = (Axis(layer.start_dim, x), Axis(layer.end_dim, x));
        if (start <= 0) throw LayerFault.NoForm(layer, "start_dim", layer.start_dim, "Use start_dim 1, which keeps the rows apart");
        LayerFault.ThrowUnless(start <= end && end < x.Dimensions.Count, layer, x,
            $"more than {Math.Max(layer.start_dim, layer.end_dim)} dimensions");

        var length = x.Dimensions.Take(start..(end + 1)).Product();
        return graph.Reshape(x, [.. x.Dimensions.Take(1..start), length, .. x.Dimensions.Skip(end + 1)]);
    }

    public static OnnxValue Write(OnnxGraphBuilder graph, Unflatten layer, OnnxValue x)
    {
        var axis = (int)layer.dim;
        if (axis <= 0) throw LayerFault.NoForm(layer, "dim", layer.dim, "Use dim 1, which keeps the rows apart");
        LayerFault.ThrowUnless(axis < x.Dimensions.Count, layer, x, $"more than {layer.dim} dimensions");

        int[] sizes = [.. layer.unflattened_size.Select(size => (int)size)];
        var known = sizes.Where(size => size != -1).Product();
        int[] shape = [.. sizes.Select(size => size == -1 ? x.Dimensions[axis] / known : size)];
        LayerFault.ThrowUnless(shape.Product() == x.Dimensions[axis], layer, x,
            $"as many elements in dimension {axis} as ({string.Join(", ", sizes)}) has");
        return graph.Reshape(x, [.. x.Dimensions.Take(1..axis), .. shape, .. x.Dimensions.Skip(axis + 1)]);
    }

    public static OnnxValue Write(OnnxGraphBuilder graph, PixelShuffle layer, OnnxValue x)
    {
        var factor = (int)layer.upscale_factor;
        LayerFault.ThrowUnless(x.Dimensions.Count == 4 && x.Dimensions[1] % (factor * factor) == 0, layer, x,
            $"(N, a multiple of {factor * factor}, height, width)");

        int[] dimensions = [OnnxValue.Batch, x.Dimensions[1] / (factor * factor), x.Dimensions[2] * factor, x.Dimensions[3] * factor];
        return graph.Add("DepthToSpace", [x], x.ElementType, dimensions, ("blocksize", factor), ("mode", "CRD"));
    }

    private static int Axis(long dim, OnnxValue x) => (int)(dim < 0 ? dim + x.Dimensions.Count : dim);
}
