using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>Puts the numbers that are given in the place of those that were made, and what follows from them.</summary>
/// <remarks>
/// A number that is learnt as a difference follows from its value and the base; where the base is not given, the base follows from the value and the
/// difference that was made. A number that another, given one is equal to in this row is that one.
/// </remarks>
internal static class RowNumbers
{
    /// <summary>The numbers of a row with those that are given.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="schema">The table's.</param>
    /// <param name="given">What is given.</param>
    /// <param name="choices">Says which numbers are equal to others.</param>
    /// <param name="made">The numbers that were made.</param>
    public static MadeNumbers Write(OnnxGraphBuilder graph, TableSchema schema, GivenNumbers given, ChoiceDecoder choices, MadeNumbers made)
    {
        var own = Own(graph, schema, given, choices, made);
        OnnxValue[] points = new OnnxValue[own.Length], ranks = new OnnxValue[own.Length];
        foreach (var (index, number) in schema.Numbers.Index())
        {
            (points[index], ranks[index]) = (graph.Columns(made.Points, index, 1), graph.Columns(made.Ranks, index, 1));
            if (own[index] is not { } one) continue;
            var learnt = Learnt(number, one);
            points[index] = graph.Where(one.IsGiven, learnt, points[index]);
            ranks[index] = graph.Where(one.IsGiven, RankSearch.Write(graph, number.Ranks, learnt), ranks[index]);
        }
        return new(graph.Concat(points, 1), graph.Concat(ranks, 1)) { Given = own, IsAnyGiven = given.IsAny };

        // what a base is not given of is given by then, too
        OnnxValue Learnt(Number number, GivenNumber one)
        {
            if (number.Difference is not { } difference) return one.Points;
            var rest = graph.Minus(one.Points, graph.Affine(own[difference.Base]!.Points, difference.Slope, difference.Offset));
            if (!number.Grid.IsGrid) return rest;
            var scale = graph.Constant([LearntDifference.Scale], 1);
            return graph.Over(graph.Round(graph.Times(rest, scale)), scale);
        }
    }

    /// <summary>What is given of each number, and what follows from that for the numbers before it.</summary>
    private static GivenNumber?[] Own(
        OnnxGraphBuilder graph, TableSchema schema, GivenNumbers given, ChoiceDecoder choices, MadeNumbers made)
    {
        GivenNumber?[] own = [.. given.Points];
        foreach (var number in schema.Numbers.Reverse())
        {
            if (own[number.Index] is not { } one) continue;
            if (number.Tie is { } tie)
            {
                var isEqual = graph.Logical("And", one.IsGiven, choices.IsIn(tie.Choice, tie.Slot));
                Follow(tie.Number, new(isEqual, graph.AffineInverse(one.Points, tie.Slope, tie.Offset)));
            }
            if (number.Difference is { } difference)
            {
                var rest = graph.Minus(one.Points, graph.Columns(made.Points, number.Index, 1));
                Follow(difference.Base, one with { Points = graph.AffineInverse(rest, difference.Slope, difference.Offset) });
            }
        }
        return own;

        void Follow(int number, GivenNumber follows)
        {
            if (schema.Numbers[number].Grid.IsGrid) follows = follows with { Points = graph.Round(follows.Points) };
            own[number] = GivenNumber.Or(graph, own[number], follows);
        }
    }
}
