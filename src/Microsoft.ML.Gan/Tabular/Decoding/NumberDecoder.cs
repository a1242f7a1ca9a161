using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>
/// From the network's outputs to the points of all columns of numbers at once: a binary search for the knot, then a straight line to the next.
/// </summary>
/// <remarks>The tables of all columns stand one behind the other, each filled up to one length, a power of two, with knots at infinity.</remarks>
internal sealed class NumberDecoder
{
    private readonly OnnxGraphBuilder _graph;
    private readonly int _length;
    private readonly OnnxValue _outputs;                              // (columns · length + 1)
    private readonly OnnxValue _points;                               // likewise
    private readonly OnnxValue _ranks;                                // likewise
    private readonly OnnxValue _starts;                               // (1, columns)

    public NumberDecoder(OnnxGraphBuilder graph, IReadOnlyList<QuantileMap> scales)
    {
        _graph = graph;
        _length = 2;
        while (_length <= scales.Max(scale => scale.Outputs.Length)) _length *= 2;
        _outputs = graph.Constant(
            [.. scales.SelectMany(scale => Filled(scale.Outputs, float.PositiveInfinity)), float.PositiveInfinity], scales.Count * _length + 1);
        _points = graph.Constant([.. scales.SelectMany(scale => Filled(scale.Points, scale.Points[^1])), 0.0], scales.Count * _length + 1);
        _ranks = graph.Constant([.. scales.SelectMany(scale => Filled(scale.Ranks, scale.Ranks[^1])), 0f], scales.Count * _length + 1);
        _starts = graph.Constant([.. scales.Select((_, column) => (long)column * _length)], 1, scales.Count);
    }

    /// <summary>(N, columns) outputs to (N, columns) points, in double precision, and ranks.</summary>
    public MadeNumbers Decode(OnnxValue outputs)
    {
        var below = _starts;                                          // the last knot that is not above the output
        for (var stride = _length / 2; stride > 0; stride /= 2)
        {
            var next = _graph.Plus(below, _graph.Constant([(long)stride], 1));
            below = _graph.Where(_graph.Compare("GreaterOrEqual", outputs, _graph.Gather(_outputs, next)), next, below);
        }
        var above = _graph.Plus(below, _graph.Constant([1L], 1));
        var (from, to) = (_graph.Gather(_outputs, below), _graph.Gather(_outputs, above));
        var share = _graph.Over(_graph.Minus(outputs, from), _graph.Minus(to, from));
        var line = _graph.Clip(share, _graph.Constant([0f], 1), _graph.Constant([1f], 1));
        var (start, end) = (_graph.Gather(_points, below), _graph.Gather(_points, above));
        var points = _graph.Plus(start, _graph.Times(_graph.Cast(line, OnnxElementType.Double), _graph.Minus(end, start)));
        var (first, last) = (_graph.Gather(_ranks, below), _graph.Gather(_ranks, above));
        var place = _graph.Where(_graph.Compare("Equal", start, end), _graph.Constant([0.5f], 1), line);
        return new(points, _graph.Plus(first, _graph.Times(place, _graph.Minus(last, first))));
    }

    private IEnumerable<T> Filled<T>(T[] values, T last) => values.Concat(Enumerable.Repeat(last, _length - values.Length));
}
