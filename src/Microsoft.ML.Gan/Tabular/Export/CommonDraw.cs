using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Encoding;
using Microsoft.ML.Gan.Tabular.Networks;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>A number that a sweep draws anew among its common values; one that has another value, or is missing, stays as it is.</summary>
internal sealed class CommonDraw
{
    private readonly OnnxGraphBuilder _graph;
    private readonly ChoiceDecoder _choices;
    private readonly CommonNumber _common;
    private readonly OnnxValue _summands;                             // (slots + 1, width)
    private readonly OnnxValue _summandOfOther;                       // (N, width)
    private readonly OnnxValue _isOther;                              // Boolean (N, 1)
    private OnnxValue _slot;                                          // Int64 (N, 1)

    /// <param name="graph">The graph.</param>
    /// <param name="network">What the number adds to, where its value is another.</param>
    /// <param name="choices">Draws.</param>
    /// <param name="common">The number.</param>
    /// <param name="summands">What each slot adds to the hidden layer: (slots + 1, width).</param>
    /// <param name="rank">Of the number, (N, 1).</param>
    public CommonDraw(OnnxGraphBuilder graph, DependencyNetwork network, ChoiceDecoder choices, CommonNumber common, OnnxValue summands, OnnxValue rank)
    {
        (_graph, _choices, _common, _summands) = (graph, choices, common, summands);
        _summandOfOther = network.Summand(graph, [common.Number], rank);
        var values = common.Values;
        var distance = graph.Elementwise("Abs", graph.Add("Sub", [rank, Table(value => value.Middle)], rank.ElementType, [OnnxValue.Batch, values.Count]));
        var isValue = graph.Cast(graph.Compare("Less", distance, Table(value => value.HalfLength)), OnnxElementType.Single);
        _slot = graph.Cast(graph.SumOfColumns(graph.Times(isValue, graph.Constant([.. Enumerable.Range(0, values.Count).Select(slot => (float)slot)], values.Count))), OnnxElementType.Int64);
        _isOther = graph.Compare("Less", graph.SumOfColumns(isValue), graph.Constant([0.5f], 1));
        if (choices.IsMissing(common.Number) is { } isMissing) _isOther = graph.Logical("Or", _isOther, isMissing);
    }

    /// <summary>What the number adds to the hidden layer: (N, width).</summary>
    public OnnxValue Summand()
    {
        var place = _graph.Plus(_slot, _graph.Constant([(long)_common.Choice.Offset], 1));
        return _graph.Where(_isOther, _summandOfOther, _graph.Gather(_summands, place));
    }

    /// <summary>Draws the value; what the number adds to the hidden layer then.</summary>
    /// <param name="logits">Of the values: (N, values).</param>
    /// <param name="uniform">The uniform number that decides, (N, 1).</param>
    public OnnxValue Redraw(OnnxValue logits, OnnxValue uniform)
    {
        _slot = _choices.Draw(logits, uniform);
        return Summand();
    }

    /// <summary>The number's steps, (N, 1).</summary>
    /// <param name="others">Those of other values.</param>
    public OnnxValue StepsOver(OnnxValue others)
    {
        double[] values = [.. _common.Values.Select(value => value.Value)];
        return _graph.Where(_isOther, others, _graph.Gather(_graph.Constant(values, values.Length), _slot));
    }

    private OnnxValue Table(Func<CommonValue, float> value) => _graph.Constant([.. _common.Values.Select(value)], _common.Values.Count);
}
