using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>From what is learnt of a number to its rank: the middle of those of a value that rows share, else a line between two knots.</summary>
internal static class RankSearch
{
    /// <summary>The ranks of values: (N, 1), or (1, 1) for all rows. Beyond the ends they are those of the ends.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="ranks">The number's.</param>
    /// <param name="values">What is learnt of it: double, likewise.</param>
    public static OnnxValue Write(OnnxGraphBuilder graph, NumberRanks ranks, OnnxValue values)
    {
        var knots = graph.Constant(ranks.Knots.Values, 1, ranks.Knots.Values.Length);
        var below = Place(Count("LessOrEqual"), -1);                  // the last knot that is not above the value
        var above = Place(Count("Less"), 0);                          // the first that is not below it
        var table = graph.Constant(ranks.Knots.Values, ranks.Knots.Values.Length);
        var (from, to) = (graph.Gather(table, below), graph.Gather(table, above));
        var length = graph.Minus(to, from);
        var isFlat = graph.Compare("Equal", from, to);
        var share = graph.Over(graph.Minus(values, from), graph.Where(isFlat, Double(1), length));
        share = graph.Cast(graph.Where(isFlat, Double(0.5), share), OnnxElementType.Single);
        var ofKnots = graph.Constant(ranks.OfKnots, ranks.OfKnots.Length);
        var (first, last) = (graph.Gather(ofKnots, below), graph.Gather(ofKnots, above));
        return graph.Plus(first, graph.Times(share, graph.Minus(last, first)));

        OnnxValue Count(string comparison) => graph.SumOfColumns(graph.Cast(graph.Compare(comparison, knots, values), OnnxElementType.Single));

        OnnxValue Place(OnnxValue count, int shift)
        {
            var place = graph.Plus(graph.Cast(count, OnnxElementType.Int64), graph.Constant([(long)shift], 1));
            return graph.Clip(place, graph.Constant([0L], 1), graph.Constant([ranks.Knots.Values.Length - 1L], 1));
        }

        OnnxValue Double(double value) => graph.Constant([value], 1);
    }
}
