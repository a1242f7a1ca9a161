using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Decoding;
using Microsoft.ML.Gan.Torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>
/// Draws the common values and the categories of a row anew, one after the other, each by all other cells: a sweep of a Gibbs sampler, which leaves
/// what is given as it is.
/// </summary>
/// <param name="schema">The table's.</param>
/// <param name="network">p(choice | all other cells).</param>
internal sealed class GibbsSweep(TableSchema schema, DependencyNetwork network) : IRowRefinement
{
    /// <value>p(choice | all other cells).</value>
    public DependencyNetwork Network => network;

    public int Draws => network.Drawn.Count;

    public MadeNumbers? Write(OnnxGraphBuilder graph, ChoiceDecoder choices, MadeNumbers? numbers, Func<int, OnnxValue> uniform)
    {
        var summands = network.Summands(graph);
        DiscreteNumberDraw[] draws = [
            .. schema.DiscreteNumbers.Select(number => new DiscreteNumberDraw(graph, choices, number,
                choices.RankOf(schema.Numbers[number.Number], numbers!.Ranks), numbers.IsGiven(number.Number)))];
        OnnxValue[] made = [.. network.Choices.Select((_, choice) => Summand(choice))];
        var sum = graph.Add("Sum", [.. made, .. OfNumbers(), network.AskingForAll(graph)], made[0].ElementType, made[0].Dimensions);
        foreach (var (draw, choice) in network.Drawn.Index())
        {
            var others = graph.Minus(sum, made[choice]);
            Redraw(choice, network.Logits(graph, choice, others), uniform(draw));
            sum = graph.Plus(others, Summand(choice));
        }
        return draws.Length == 0 ? numbers : numbers! with
        {
            Points = Joined(number => graph.Columns(numbers.Points, number.Index, 1), (draw, own) => draw.PointsOver(own)),
            Ranks = Joined(number => graph.Columns(numbers.Ranks, number.Index, 1), (draw, own) => draw.RankOver(own)),
        };

        OnnxValue Summand(int choice) => choice < schema.MadeChoices
            ? SummandOf(choice, choices.Slot(choice), choices.IsAbsent(schema.Choices[choice]))
            : SummandOf(choice, Number(choice).Slot, Number(choice).IsOther);

        void Redraw(int choice, OnnxValue logits, OnnxValue uniform)
        {
            if (choice < schema.MadeChoices) choices.Redraw(choice, logits, uniform);
            else Number(choice).Redraw(logits, uniform);
        }

        DiscreteNumberDraw Number(int choice) => draws[choice - schema.MadeChoices];

        IEnumerable<OnnxValue> OfNumbers()
        {
            if (numbers is null) yield break;
            var isPlain = draws.Length == 0 && schema.Numbers.All(number => number.Presence is null);
            yield return network.Summand(graph, isPlain
                ? numbers.Ranks
                : Joined(number => choices.RankOf(number, numbers.Ranks), (draw, rank) => draw.RankOfOther(rank)));
        }

        OnnxValue Joined(Func<Number, OnnxValue> own, Func<DiscreteNumberDraw, OnnxValue, OnnxValue> ofDraw)
        {
            OnnxValue[] columns = [.. schema.Numbers.Select(own)];
            foreach (var draw in draws) columns[draw.Discrete.Number] = ofDraw(draw, columns[draw.Discrete.Number]);
            return graph.Concat(columns, 1);
        }

        // isNone: the cell is missing or has another value; null for nowhere
        OnnxValue SummandOf(int choice, OnnxValue slot, OnnxValue? isNone)
        {
            var place = graph.Plus(slot, graph.Constant([(long)network.Choices[choice].Offset], 1));
            return graph.Gather(summands, isNone is null ? place : graph.Where(isNone, graph.Constant([(long)network.SlotCount + choice], 1), place));
        }
    }

    public void Dispose() => network.Dispose();
}
