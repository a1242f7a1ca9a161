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
        var numbers = encoding.CommonNumbers.Select(common => new CommonDraw(graph, network, choices, common, _summands, RankOf(common.Number, ranks!))).ToList();
        OnnxValue[] made = [.. Enumerable.Range(0, encoding.MadeChoices).Select(Summand), .. numbers.Select(number => number.Summand())];
        var sum = made.Aggregate(graph.Plus);
        var others = encoding.NumberEncodings.Except(encoding.CommonNumbers.Select(common => common.Number)).ToList();
        if (others.Count > 0) sum = graph.Plus(sum, network.Summand(graph, others, graph.Concat([.. others.Select(number => RankOf(number, ranks!))], 1)));
        foreach (var (draw, choice) in network.Drawn.Index())
        {
            var rest = graph.Minus(sum, made[choice]);
            var logits = network.Logits(graph, choice, rest);
            sum = graph.Plus(rest, choice < encoding.MadeChoices ? Redraw(choice, logits, uniform(draw)) : numbers[choice - encoding.MadeChoices].Redraw(logits, uniform(draw)));
        }
        if (numbers.Count == 0) return steps;
        var columns = encoding.NumberEncodings.Select(number => graph.Columns(steps!, number.Place, 1)).ToArray();
        foreach (var (common, number) in encoding.CommonNumbers.Zip(numbers)) columns[common.Number.Place] = number.StepsOver(columns[common.Number.Place]);
        return graph.Concat(columns, 1);
    }

    private OnnxValue Redraw(int choice, OnnxValue logits, OnnxValue uniform)
    {
        choices.Redraw(choice, logits, uniform);
        return Summand(choice);
    }

    /// <summary>What a choice adds to the hidden layer: (N, width).</summary>
    private OnnxValue Summand(int index)
    {
        var choice = encoding.Choices[index];
        var place = graph.Plus(choices.Slot(index), graph.Constant([(long)choice.Offset], 1));
        if (choices.IsMissing(choice) is { } isMissing) place = graph.Where(isMissing, graph.Constant([(long)network.SlotCount], 1), place);
        return graph.Gather(_summands, place);
    }

    /// <summary>The rank of a number, (N, 1); ½ where it is missing: the rank of the 0 that an encoded row has there.</summary>
    private OnnxValue RankOf(NumberEncoding number, OnnxValue ranks)
    {
        var own = graph.Columns(ranks, number.Place, 1);
        return choices.IsMissing(number) is { } isMissing ? graph.Where(isMissing, graph.Constant([0.5f], 1), own) : own;
    }
}
