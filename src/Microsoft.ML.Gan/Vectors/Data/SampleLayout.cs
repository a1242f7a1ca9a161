using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Architectures;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>How a sample lies in what the networks make of it: as it is, or, for images, with the channels first and a larger rim.</summary>
/// <remarks>Pixels of the rim repeat the nearest one of the image, as the networks then learn to; samples are cut out of it.</remarks>
internal sealed class SampleLayout
{
    private readonly IReadOnlyList<int> _sampleShape;
    private readonly IReadOnlyList<int> _imageShape;                  // channels first, without the rim
    private readonly bool _isChannelsLast;
    private readonly int _top, _left;

    /// <param name="sampleShape">The shape of one sample.</param>
    /// <param name="networkShape">The shape that the networks make: the same, or [channels, height, width] of at least its size.</param>
    public SampleLayout(IReadOnlyList<int> sampleShape, IReadOnlyList<int> networkShape)
    {
        (_sampleShape, NetworkShape) = (sampleShape, networkShape);
        if (IsSame) (_imageShape, _isChannelsLast) = (sampleShape, false);
        else (_imageShape, _isChannelsLast) = (ImageShapes.ChannelsFirst(sampleShape), ImageShapes.IsChannelsLast(sampleShape));
        if (HasRim) (_top, _left) = ((networkShape[1] - _imageShape[1]) / 2, (networkShape[2] - _imageShape[2]) / 2);
    }

    /// <value>The shape that the networks make.</value>
    public IReadOnlyList<int> NetworkShape { get; }

    private bool IsSame => _sampleShape.SequenceEqual(NetworkShape);

    private bool HasRim => !_imageShape.SequenceEqual(NetworkShape);

    private int Bottom => NetworkShape[1] - _imageShape[1] - _top;

    private int Right => NetworkShape[2] - _imageShape[2] - _left;

    /// <summary>(N, ...sample shape) to (N, ...network shape).</summary>
    public Tensor ToNetwork(Tensor rows)
    {
        if (IsSame) return rows;
        var images = _isChannelsLast ? rows.permute(0, 3, 1, 2) : rows.reshape([rows.shape[0], .. _imageShape.Select(size => (long)size)]);
        if (HasRim) images = nn.functional.pad(images, [_left, Right, _top, Bottom], PaddingModes.Replicate);
        return images.contiguous();
    }

    /// <summary>(N, ...network shape) to (N, ...sample shape).</summary>
    public Tensor ToSample(Tensor rows)
    {
        if (IsSame) return rows;
        if (HasRim) rows = rows.narrow(2, _top, _imageShape[1]).narrow(3, _left, _imageShape[2]);
        return _isChannelsLast ? rows.permute(0, 2, 3, 1) : rows.reshape([rows.shape[0], .. _sampleShape.Select(size => (long)size)]);
    }

    /// <summary>Writes <see cref="ToNetwork(Tensor)"/>.</summary>
    public OnnxValue ToNetwork(OnnxGraphBuilder graph, OnnxValue rows)
    {
        if (IsSame) return rows;
        var images = _isChannelsLast ? Transposed(graph, rows, _imageShape, 0, 3, 1, 2) : graph.Reshape(rows, _imageShape);
        if (!HasRim) return images;
        long[] pads = [0, 0, _top, _left, 0, 0, Bottom, Right];
        return graph.Add(
            "Pad", [images, graph.Constant(pads, pads.Length)], images.ElementType, [OnnxValue.Batch, .. NetworkShape], ("mode", "edge"));
    }

    /// <summary>Writes <see cref="ToSample(Tensor)"/>.</summary>
    public OnnxValue ToSample(OnnxGraphBuilder graph, OnnxValue rows)
    {
        if (IsSame) return rows;
        if (HasRim)
        {
            OnnxValue[] inputs =
            [
                rows, graph.Constant([_top, (long)_left], 2), graph.Constant([_top + _imageShape[1], (long)_left + _imageShape[2]], 2),
                graph.Constant([2L, 3L], 2),
            ];
            rows = graph.Add("Slice", inputs, rows.ElementType, [OnnxValue.Batch, .. _imageShape]);
        }
        return _isChannelsLast ? Transposed(graph, rows, _sampleShape, 0, 2, 3, 1) : graph.Reshape(rows, _sampleShape);
    }

    private static OnnxValue Transposed(OnnxGraphBuilder graph, OnnxValue rows, IReadOnlyList<int> shape, params long[] order) =>
        graph.Add("Transpose", [rows], rows.ElementType, [OnnxValue.Batch, .. shape], ("perm", order));
}
