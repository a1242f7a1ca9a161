using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Decoding;
using Microsoft.ML.Gan.Torch;

namespace Microsoft.ML.Gan.Tabular.Gibbs;

/// <summary>A number that a sweep draws anew among its common values; one that has another value, or is missing, stays as it is.</summary>
internal sealed class DiscreteNumberDraw
{
    private readonly OnnxGraphBuilder _graph;
    private readonly ChoiceDecoder _choices;
    private readonly OnnxValue? _isGiven;

    /// <param name="graph">The graph.</param>
    /// <param name="choices">Draws.</param>
    /// <param name="discrete">The number.</param>
    /// <param name="rank">Of the number, (N, 1).</param>
    /// <param name="isGiven">Whether it is given, and stays as it is; null if it can't be.</param>
    public DiscreteNumberDraw(OnnxGraphBuilder graph, ChoiceDecoder choices, DiscreteNumber discrete, OnnxValue rank, OnnxValue? isGiven)
    {
        (_graph, _choices, Discrete, _isGiven) = (graph, choices, discrete, isGiven);
        var values = discrete.Values;
        var distance = graph.Elementwise(
            "Abs", graph.Add("Sub", [rank, Table(value => value.Middle)], rank.ElementType, [OnnxValue.Batch, values.Count]));
        var isValue = graph.Cast(graph.Compare("Less", distance, Table(value => value.HalfLength)), OnnxElementType.Single);
        Slot = graph.Cast(
            graph.SumOfColumns(graph.Times(isValue,
                graph.Constant([.. Enumerable.Range(0, values.Count).Select(slot => (float)slot)], values.Count))), OnnxElementType.Int64);
        IsOther = graph.Compare("Less", graph.SumOfColumns(isValue), graph.Constant([0.5f], 1));
        if (choices.IsAbsent(discrete.Presence) is { } isAbsent) IsOther = graph.Logical("Or", IsOther, isAbsent);
    }

    public DiscreteNumber Discrete { get; }

    /// <value>The place of its value among the common ones, Int64 (N, 1); any where it has another.</value>
    public OnnxValue Slot { get; private set; }

    /// <value>Whether it has another value, or is missing: Boolean (N, 1).</value>
    public OnnxValue IsOther { get; }

    /// <summary>Its rank where it has another value; 0 elsewhere: (N, 1).</summary>
    /// <param name="rank">Its rank, (N, 1).</param>
    public OnnxValue RankOfOther(OnnxValue rank) => _graph.Where(IsOther, rank, _graph.Constant([0f], 1));

    /// <summary>Draws the value.</summary>
    /// <param name="logits">Of the values: (N, values).</param>
    /// <param name="uniform">The uniform number that decides, (N, 1).</param>
    public void Redraw(OnnxValue logits, OnnxValue uniform) => Slot = _isGiven is null
        ? _choices.Draw(logits, uniform)
        : _graph.Where(_isGiven, Slot, _choices.Draw(logits, uniform));

    /// <summary>The number's points, (N, 1).</summary>
    /// <param name="others">Those of other values.</param>
    public OnnxValue PointsOver(OnnxValue others)
    {
        double[] values = [.. Discrete.Values.Select(value => value.Value)];
        return _graph.Where(IsOther, others, _graph.Gather(_graph.Constant(values, values.Length), Slot));
    }

    /// <summary>The number's rank, (N, 1).</summary>
    /// <param name="others">Those of other values.</param>
    public OnnxValue RankOver(OnnxValue others) => _graph.Where(IsOther, others, _graph.Gather(Table(value => value.Middle), Slot));

    private OnnxValue Table(Func<FrequentValue, float> value) => _graph.Constant([.. Discrete.Values.Select(value)], Discrete.Values.Count);
}
