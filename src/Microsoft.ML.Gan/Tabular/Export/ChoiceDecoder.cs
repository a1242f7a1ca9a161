using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Encoding;

namespace Microsoft.ML.Gan.Tabular.Export;

/// <summary>Draws the slots of choices by their logits, each from one uniform number: the first slot at which the running sum of the softmax exceeds it.</summary>
/// <param name="graph">The graph.</param>
/// <param name="encoding">The table.</param>
/// <param name="logits">(N, made slots); null if there are none.</param>
/// <param name="uniform">The uniform number of a choice, (N, 1).</param>
/// <param name="given">What is given is not drawn.</param>
internal sealed class ChoiceDecoder(OnnxGraphBuilder graph, TableEncoding encoding, OnnxValue? logits, Func<int, OnnxValue> uniform, GivenColumns given)
{
    private const float BelowOne = 1 - 2e-6f;                         // the running sum's last value may fall short of 1 by rounding

    private readonly Dictionary<int, OnnxValue> _slots = [];

    /// <summary>The slot of a choice: Int64 (N, 1).</summary>
    public OnnxValue Slot(int choice)
    {
        if (_slots.TryGetValue(choice, out var slot)) return slot;
        var (isGiven, givenSlot) = given[choice];
        return _slots[choice] = graph.Where(isGiven, givenSlot, Draw(choice));
    }

    /// <summary>Whether the cells of a column are missing: Boolean (N, 1); null if none is.</summary>
    public OnnxValue? IsMissing(ColumnEncoding column) => column.Presence is { } presence
        ? graph.Compare("Equal", Slot(presence), graph.Constant([(long)Choice.IsMissing], 1))
        : null;

    private OnnxValue Draw(int index)
    {
        var choice = encoding.Choices[index];
        var shares = graph.Elementwise("Softmax", graph.Columns(logits!, choice.Offset, choice.Size), ("axis", 1));
        var draw = graph.Times(uniform(index), graph.Constant([BelowOne], 1));
        var isBelow = graph.Cast(graph.Compare("LessOrEqual", graph.RunningSum(shares), draw), OnnxElementType.Single);
        var slot = graph.Cast(graph.SumOfColumns(isBelow), OnnxElementType.Int64);
        return graph.Clip(slot, null, graph.Constant([choice.Size - 1L], 1));
    }
}
