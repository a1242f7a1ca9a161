using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>From what is learnt of all columns of numbers to the steps of one: what it differs by is added to the other column, and the sum put where its numbers lie.</summary>
/// <param name="graph">The graph.</param>
/// <param name="encoding">The table.</param>
/// <param name="decoded">What is learnt: double (N, numbers).</param>
internal sealed class NumberPoints(OnnxGraphBuilder graph, TableEncoding encoding, OnnxValue decoded)
{
    /// <summary>The steps of a column, (N, 1).</summary>
    public OnnxValue Of(NumberEncoding column)
    {
        var own = graph.Columns(decoded, column.Place, 1);
        if (column.Difference is not { } difference) return Snap(column, own);
        var other = Of(encoding.NumberEncodings.Single(other => other.Column == difference.Base));
        var (least, greatest) = difference.Range;
        var sum = graph.Plus(graph.Plus(graph.Times(other, Double(difference.Slope)), Double(difference.Offset)), own);
        return Snap(column, graph.Clip(sum, Double(least), Double(greatest)));
    }

    private OnnxValue Snap(NumberEncoding column, OnnxValue steps)
    {
        if (column.Rounding is not { } rounding) return column.Numbers.Grid.IsGrid ? graph.Round(steps) : steps;
        var points = graph.Round(graph.Over(graph.Times(graph.Plus(steps, Double(rounding.Shift)), Double(rounding.Scale)), Double(rounding.Size)));
        var nearest = graph.Minus(graph.Over(graph.Times(points, Double(rounding.Size)), Double(rounding.Scale)), Double(rounding.Shift));
        return rounding.Exceptions.Aggregate(
            graph.Clip(nearest, Double(rounding.Least), Double(rounding.Greatest)),
            (snapped, exception) => graph.Where(graph.Compare("Equal", steps, Double(exception)), steps, snapped));
    }

    private OnnxValue Double(double value) => graph.Constant([value], 1);
}
