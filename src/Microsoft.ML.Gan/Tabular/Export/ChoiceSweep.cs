using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Encoding;
using Microsoft.ML.Gan.Tabular.Networks;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>Draws the categories of a row anew, one after the other, each by all other cells: a sweep of a Gibbs sampler, which leaves what is given as it is.</summary>
/// <param name="graph">The graph.</param>
/// <param name="encoding">The table.</param>
/// <param name="network">p(category | all other cells).</param>
/// <param name="choices">What was made, and what is drawn in its place.</param>
internal sealed class ChoiceSweep(OnnxGraphBuilder graph, TableEncoding encoding, DependencyNetwork network, ChoiceDecoder choices)
{
    private readonly OnnxValue _summands = network.Summands(graph);

    /// <summary>Draws the categories.</summary>
    /// <param name="ranks">Of the numbers, (N, numbers); null if there are none.</param>
    /// <param name="uniform">The uniform number of a draw, (N, 1).</param>
    public void Run(OnnxValue? ranks, Func<int, OnnxValue> uniform)
    {
        OnnxValue[] made = [.. Enumerable.Range(0, encoding.MadeChoices).Select(Summand)];
        var sum = made.Aggregate(graph.Plus);
        if (ranks is not null) sum = graph.Plus(sum, network.Summand(graph, OrMissing(ranks)));
        foreach (var (draw, choice) in encoding.CategoryChoices.Index())
        {
            var others = graph.Minus(sum, made[choice]);
            choices.Redraw(choice, network.Logits(graph, choice, others), uniform(draw));
            sum = graph.Plus(others, Summand(choice));
        }
    }

    /// <summary>What a choice adds to the hidden layer: (N, width).</summary>
    private OnnxValue Summand(int index)
    {
        var choice = encoding.Choices[index];
        var place = graph.Plus(choices.Slot(index), graph.Constant([(long)choice.Offset], 1));
        if (choices.IsMissing(choice) is { } isMissing) place = graph.Where(isMissing, graph.Constant([(long)encoding.MadeSlots], 1), place);
        return graph.Gather(_summands, place);
    }

    /// <summary>½ where a number is missing: the rank of the 0 that an encoded row has there.</summary>
    private OnnxValue OrMissing(OnnxValue ranks)
    {
        if (encoding.NumberEncodings.All(number => number.Presence is null)) return ranks;
        return graph.Concat([.. encoding.NumberEncodings.Select(number =>
        {
            var own = graph.Columns(ranks, number.Place, 1);
            return choices.IsMissing(number) is { } isMissing ? graph.Where(isMissing, graph.Constant([0.5f], 1), own) : own;
        })], 1);
    }
}
