using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Decoding;
using Microsoft.ML.Gan.Torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>Draws the common values and the categories of a row anew, one after the other, each by all other cells: a sweep of a Gibbs sampler, which leaves what is given as it is.</summary>
/// <param name="graph">The graph.</param>
/// <param name="encoding">The table.</param>
/// <param name="network">p(choice | all other cells).</param>
/// <param name="choices">What was made, and what is drawn in its place.</param>
internal sealed class GibbsSweep(OnnxGraphBuilder graph, TableEncoding encoding, DependencyNetwork network, ChoiceDecoder choices)
{
    private readonly OnnxValue _summands = network.Summands(graph);

    /// <summary>Draws them.</summary>
    /// <param name="steps">Of the numbers, (N, numbers); null if there are none.</param>
    /// <param name="ranks">Of the numbers, (N, numbers); null if there are none.</param>
    /// <param name="uniform">The uniform number of a draw, (N, 1).</param>
    /// <returns>The steps of the numbers, with the common values that were drawn.</returns>
    public OnnxValue? Run(OnnxValue? steps, OnnxValue? ranks, Func<int, OnnxValue> uniform)
    {
        DiscreteNumberDraw[] numbers = [.. encoding.DiscreteNumbers.Select(common => new DiscreteNumberDraw(graph, choices, common, RankOf(common.Number, ranks!)))];
        OnnxValue[] made = [.. network.Choices.Select((_, choice) => Summand(choice))];
        var sum = graph.Add("Sum", [.. made, .. OfNumbers(), network.AskingForAll(graph)], made[0].ElementType, made[0].Dimensions);
        foreach (var (draw, choice) in network.Drawn.Index())
        {
            var others = graph.Minus(sum, made[choice]);
            Redraw(choice, network.Logits(graph, choice, others), uniform(draw));
            sum = graph.Plus(others, Summand(choice));
        }
        return numbers.Length == 0 ? steps : Joined(number => graph.Columns(steps!, number.Place, 1), (draw, own) => draw.StepsOver(own));

        OnnxValue Summand(int choice) => choice < encoding.MadeChoices
            ? SummandOf(choice, choices.Slot(choice), choices.IsMissing(encoding.Choices[choice]))
            : SummandOf(choice, Number(choice).Slot, Number(choice).IsOther);

        void Redraw(int choice, OnnxValue logits, OnnxValue uniform)
        {
            if (choice < encoding.MadeChoices) choices.Redraw(choice, logits, uniform);
            else Number(choice).Redraw(logits, uniform);
        }

        DiscreteNumberDraw Number(int choice) => numbers[choice - encoding.MadeChoices];

        IEnumerable<OnnxValue> OfNumbers()
        {
            if (ranks is null) yield break;
            var isPlain = numbers.Length == 0 && encoding.NumberEncodings.All(number => number.Presence is null);
            yield return network.Summand(graph, isPlain ? ranks : Joined(number => RankOf(number, ranks), (draw, rank) => draw.RankOfOther(rank)));
        }

        OnnxValue Joined(Func<NumberEncoding, OnnxValue> own, Func<DiscreteNumberDraw, OnnxValue, OnnxValue> ofDraw)
        {
            OnnxValue[] columns = [.. encoding.NumberEncodings.Select(own)];
            foreach (var draw in numbers) columns[draw.Common.Number.Place] = ofDraw(draw, columns[draw.Common.Number.Place]);
            return graph.Concat(columns, 1);
        }
    }

    /// <summary>What a choice adds to the hidden layer: (N, width).</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="slot">What is chosen: Int64 (N, 1).</param>
    /// <param name="isNone">Where nothing is, for the cell is missing or has another value: Boolean (N, 1). Null for nowhere.</param>
    private OnnxValue SummandOf(int choice, OnnxValue slot, OnnxValue? isNone)
    {
        var place = graph.Plus(slot, graph.Constant([(long)network.Choices[choice].Offset], 1));
        return graph.Gather(_summands, isNone is null ? place : graph.Where(isNone, graph.Constant([(long)network.SlotCount + choice], 1), place));
    }

    /// <summary>The rank of a number, (N, 1); ½ where it is missing: the rank of the 0 that an encoded row has there.</summary>
    private OnnxValue RankOf(NumberEncoding number, OnnxValue ranks)
    {
        var own = graph.Columns(ranks, number.Place, 1);
        return choices.IsMissing(number) is { } isMissing ? graph.Where(isMissing, graph.Constant([0.5f], 1), own) : own;
    }
}
