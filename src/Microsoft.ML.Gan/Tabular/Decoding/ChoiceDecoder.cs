using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>
/// Draws the slots of choices by their logits, each from one uniform number: the first slot at which the running sum of the softmax exceeds it.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="schema">The table.</param>
/// <param name="ruledOut">What is taken from the logits of the made slots: (N, slots). Null for nothing.</param>
/// <param name="uniform">The uniform number of a choice, (N, 1).</param>
/// <param name="given">What is given is not drawn.</param>
internal sealed class ChoiceDecoder(
    OnnxGraphBuilder graph, TableSchema schema, OnnxValue? ruledOut, Func<int, OnnxValue> uniform, GivenColumns given) : IOnnxChoices
{
    private readonly Dictionary<int, OnnxValue> _logits = [];        // by choice
    private readonly Dictionary<int, OnnxValue> _slots = [];

    public void Add(ChoiceGroup group, OnnxValue logits)
    {
        if (ruledOut is not null) logits = graph.Minus(logits, graph.Columns(ruledOut, group.Offset, group.Size));
        foreach (var (place, choice) in group.Choices.Index())
            _logits.Add(group.First + place, graph.Columns(logits, choice.Offset - group.Offset, choice.Size));
    }

    public OnnxValue OneHots(ChoiceGroup group) =>
        graph.Concat([.. group.Choices.Select((choice, place) => graph.OneHot(Slot(group.First + place), choice.Size))], 1);

    /// <summary>The slot of a choice: Int64 (N, 1).</summary>
    public OnnxValue Slot(int choice)
    {
        if (!_slots.ContainsKey(choice)) Draw(choice, _logits[choice], uniform(choice));
        return _slots[choice];
    }

    /// <summary>Whether a choice has a slot: Boolean (N, 1).</summary>
    public OnnxValue IsIn(int choice, int slot) => graph.Compare("Equal", Slot(choice), graph.Constant([(long)slot], 1));

    /// <summary>Draws a choice anew.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="logits">Its logits, before what contradicts the condition is ruled out: (N, slots of the choice).</param>
    /// <param name="number">The uniform number that decides, (N, 1).</param>
    public void Redraw(int choice, OnnxValue logits, OnnxValue number)
    {
        var (offset, size) = (schema.Choices[choice].Offset, schema.Choices[choice].Size);
        Draw(choice, ruledOut is null ? logits : graph.Minus(logits, graph.Columns(ruledOut, offset, size)), number);
    }

    /// <summary>Draws a slot of no choice of the generator's: Int64 (N, 1).</summary>
    /// <param name="logits">(N, slots).</param>
    /// <param name="number">The uniform number that decides, (N, 1).</param>
    public OnnxValue Draw(OnnxValue logits, OnnxValue number)
    {
        var shares = graph.Elementwise("Softmax", logits, ("axis", 1));
        var isBelow = graph.Cast(graph.Compare("LessOrEqual", graph.RunningSum(shares), number), OnnxElementType.Single);
        return graph.Clip(graph.Cast(graph.SumOfColumns(isBelow), OnnxElementType.Int64), null, graph.Constant([logits.Dimensions[1] - 1L], 1));
    }

    /// <summary>Whether the cells of a choice are missing: Boolean (N, 1); null if none is.</summary>
    public OnnxValue? IsAbsent(Choice choice) => choice.PresenceSlot is { } slot ? IsAbsent((int)schema.Layout.ChoiceOfSlot[slot]) : null;

    /// <summary>Whether what a choice says is there is not, as a value of its own: Boolean (N, 1); null for no such choice.</summary>
    public OnnxValue? IsAbsent(int? presence) =>
        presence is { } choice ? graph.Compare("Greater", Slot(choice), graph.Constant([(long)Choice.IsThere], 1)) : null;

    /// <summary>The rank of a number, (N, 1): ½ where it is missing, the rank of the 0 that an encoded row has there.</summary>
    /// <param name="number">The number.</param>
    /// <param name="ranks">Of all numbers: (N, numbers).</param>
    public OnnxValue RankOf(Number number, OnnxValue ranks)
    {
        var own = graph.Columns(ranks, number.Index, 1);
        return IsAbsent(number.Presence) is { } isAbsent ? graph.Where(isAbsent, graph.Constant([0.5f], 1), own) : own;
    }

    private void Draw(int choice, OnnxValue logits, OnnxValue number)
    {
        var (isGiven, givenSlot) = given[choice];
        var drawn = Draw(logits, number);
        if (given.IsThere(choice) is { } isThere)                     // its number is given: only whether it is equal to another is left to draw
        {
            var isMissing = graph.Compare("Equal", drawn, graph.Constant([(long)Choice.IsMissing], 1));
            drawn = graph.Where(graph.Logical("And", isThere, isMissing), graph.Constant([(long)Choice.IsThere], 1), drawn);
        }
        _slots[choice] = graph.Where(isGiven, givenSlot, drawn);
    }
}
