using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Decoding;
using Microsoft.ML.Gan.Torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>
/// Draws the numbers of a row anew, one after the other, each by all other cells; one that is missing, tied to another, or at an end of its
/// distribution stays.
/// </summary>
/// <param name="schema">The table's.</param>
/// <param name="network">p(number | all other cells).</param>
/// <param name="maps">Of each number that is drawn anew, from drawn ranks to points.</param>
internal sealed class NumberSweep(TableSchema schema, NumberNetwork network, IReadOnlyList<QuantileMap> maps) : IRowRefinement
{
    /// <value>p(number | all other cells).</value>
    public NumberNetwork Network => network;

    /// <value>Of each number that is drawn anew, from drawn ranks to points.</value>
    public IReadOnlyList<QuantileMap> Maps => maps;

    public int Draws => network.Drawn.Count;

    public MadeNumbers? Write(OnnxGraphBuilder graph, ChoiceDecoder choices, MadeNumbers? numbers, Func<int, OnnxValue> uniform)
    {
        var write = network.LogitsWriter(graph);
        OnnxValue[] points = [.. schema.Numbers.Select(number => graph.Columns(numbers!.Points, number.Index, 1))];
        OnnxValue[] ranks = [.. schema.Numbers.Select(number => choices.RankOf(number, numbers!.Ranks))];
        OnnxValue[] summands = [.. schema.Numbers.Select(number => network.Summand(graph, number.Index, ranks[number.Index]))];
        var sum = graph.Add("Sum", [.. summands, .. OfSlots(), network.Bias(graph)], summands[0].ElementType, summands[0].Dimensions);
        foreach (var (place, number) in network.Drawn.Index())
        {
            var others = graph.Minus(sum, summands[number]);
            var ends = NumberEnds.Of(schema.Numbers[number].Ranks);
            var all = write(place, graph.Plus(others, network.MaskOf(graph, number)));
            var (logits, stays) = (ends.Inside(graph, all), ends.Has(graph, ranks[number]));
            if (numbers!.IsAnyGiven is { } isAny)                      // what is given may tell that this number is at an end
            {
                logits = graph.Where(isAny, all, logits);
                stays = graph.Logical("And", stays, graph.Elementwise("Not", isAny));
            }
            if (numbers.IsGiven(number) is { } isGiven) stays = graph.Logical("Or", stays, isGiven);
            var (drawn, drawnRank) = new NumberDecoder(graph, [maps[place]]).Decode(RankBins.Draw(graph, logits, uniform(place)));
            if (choices.IsAbsent(schema.Numbers[number].Presence) is { } isAbsent) stays = graph.Logical("Or", stays, isAbsent);
            (drawn, drawnRank) = (graph.Where(stays, points[number], drawn), graph.Where(stays, ranks[number], drawnRank));
            (points[number], ranks[number]) = (drawn, drawnRank);
            if (place < network.Drawn.Count - 1) sum = graph.Plus(others, network.Summand(graph, number, drawnRank));
        }
        return numbers! with { Points = graph.Concat(points, 1), Ranks = graph.Concat(ranks, 1) };

        IEnumerable<OnnxValue> OfSlots()
        {
            if (schema.MadeChoices + schema.DiscreteNumbers.Count == 0) yield break;
            var table = network.SlotSummands(graph);
            var none = graph.Constant([table.Dimensions[0] - 1L], 1);
            foreach (var (index, choice) in schema.Choices.Take(schema.MadeChoices).Index())
                yield return Of(choice, choices.Slot(index), choices.IsAbsent(choice));
            foreach (var discrete in schema.DiscreteNumbers)
            {
                var draw = new DiscreteNumberDraw(graph, choices, discrete, ranks[discrete.Number], isGiven: null);
                yield return Of(discrete.Choice, draw.Slot, draw.IsOther);
            }

            OnnxValue Of(Choice choice, OnnxValue slot, OnnxValue? isNone)
            {
                var place = graph.Plus(slot, graph.Constant([(long)choice.Offset], 1));
                return graph.Gather(table, isNone is null ? place : graph.Where(isNone, none, place));
            }
        }
    }

    public void Dispose() => network.Dispose();
}
