using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Encoding;
using Microsoft.ML.Gan.Tabular.Networks;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>Draws the common values and the categories of a row anew, one after the other, each by all other cells: a sweep of a Gibbs sampler, which leaves what is given as it is.</summary>
/// <param name="graph">The graph.</param>
/// <param name="encoding">The table.</param>
/// <param name="network">p(choice | all other cells).</param>
/// <param name="choices">What was made, and what is drawn in its place.</param>
internal sealed class ChoiceSweep(OnnxGraphBuilder graph, TableEncoding encoding, DependencyNetwork network, ChoiceDecoder choices)
{
    private readonly OnnxValue _summands = network.Summands(graph);

    /// <summary>Draws them.</summary>
    /// <param name="steps">Of the numbers, (N, numbers); null if there are none.</param>
    /// <param name="ranks">Of the numbers, (N, numbers); null if there are none.</param>
    /// <param name="uniform">The uniform number of a draw, (N, 1).</param>
    /// <returns>The steps of the numbers, with the common values that were drawn.</returns>
    public OnnxValue? Run(OnnxValue? steps, OnnxValue? ranks, Func<int, OnnxValue> uniform)
    {
        CommonDraw[] numbers = [.. encoding.CommonNumbers.Select(common => new CommonDraw(graph, choices, common, RankOf(common.Number, ranks!)))];
        OnnxValue[] made = [.. Enumerable.Range(0, encoding.MadeChoices).Select(Summand), .. numbers.Select(Summand)];
        var sum = made.Aggregate(graph.Plus);
        if (ranks is not null)
        {
            var isPlain = numbers.Length == 0 && encoding.NumberEncodings.All(number => number.Presence is null);
            sum = graph.Plus(sum, network.Summand(graph, isPlain ? ranks : Joined(number => RankOf(number, ranks), (draw, rank) => draw.RankOfOther(rank))));
        }
        foreach (var (draw, choice) in network.Drawn.Index())
        {
            var others = graph.Minus(sum, made[choice]);
            var logits = network.Logits(graph, choice, others);
            sum = graph.Plus(others, choice < encoding.MadeChoices ? Redraw(choice, logits, uniform(draw)) : Redraw(numbers[choice - encoding.MadeChoices], logits, uniform(draw)));
        }
        return numbers.Length == 0 ? steps : Joined(number => graph.Columns(steps!, number.Place, 1), (draw, own) => draw.StepsOver(own));

        OnnxValue Joined(Func<NumberEncoding, OnnxValue> own, Func<CommonDraw, OnnxValue, OnnxValue> ofDraw)
        {
            OnnxValue[] columns = [.. encoding.NumberEncodings.Select(own)];
            foreach (var draw in numbers) columns[draw.Common.Number.Place] = ofDraw(draw, columns[draw.Common.Number.Place]);
            return graph.Concat(columns, 1);
        }
    }

    private OnnxValue Redraw(int choice, OnnxValue logits, OnnxValue uniform)
    {
        choices.Redraw(choice, logits, uniform);
        return Summand(choice);
    }

    private OnnxValue Redraw(CommonDraw number, OnnxValue logits, OnnxValue uniform)
    {
        number.Redraw(logits, uniform);
        return Summand(number);
    }

    /// <summary>What a choice adds to the hidden layer: (N, width).</summary>
    private OnnxValue Summand(int choice) => Summand(encoding.Choices[choice], choices.Slot(choice), choices.IsMissing(encoding.Choices[choice]));

    /// <summary>What a common value adds to the hidden layer, nothing where a number has another: (N, width).</summary>
    private OnnxValue Summand(CommonDraw number) => Summand(number.Common.Choice, number.Slot, number.IsOther);

    private OnnxValue Summand(Choice choice, OnnxValue slot, OnnxValue? isNone)
    {
        var place = graph.Plus(slot, graph.Constant([(long)choice.Offset], 1));
        return graph.Gather(_summands, isNone is null ? place : graph.Where(isNone, graph.Constant([(long)network.SlotCount], 1), place));
    }

    /// <summary>The rank of a number, (N, 1); ½ where it is missing: the rank of the 0 that an encoded row has there.</summary>
    private OnnxValue RankOf(NumberEncoding number, OnnxValue ranks)
    {
        var own = graph.Columns(ranks, number.Place, 1);
        return choices.IsMissing(number) is { } isMissing ? graph.Where(isMissing, graph.Constant([0.5f], 1), own) : own;
    }
}
