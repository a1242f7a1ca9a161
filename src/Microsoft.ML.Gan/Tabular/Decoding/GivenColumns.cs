using Gan.Onnx;
using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>What is given: the input for it, and the condition that it makes for the network.</summary>
internal sealed class GivenColumns
{
    private readonly OnnxGraphBuilder _graph;
    private readonly OnnxValue[] _flags;                              // by choice: whether it is given, Boolean (N, 1)
    private readonly OnnxValue[] _slots;                              // by choice: the given slot, Int64 (N, 1); another number where none is
    private readonly Dictionary<ColumnForm, OnnxValue> _codes = [];
    private readonly Dictionary<int, OnnxValue> _isThere = [];        // by choice
    private OnnxValue? _allSlots;

    /// <param name="graph">The graph.</param>
    /// <param name="schema">The table's; the k-th column that can be given has place k of the input.</param>
    /// <param name="latent">A value with as many rows as the batch.</param>
    /// <param name="numbers">The numbers that are given: they are there.</param>
    public GivenColumns(OnnxGraphBuilder graph, TableSchema schema, OnnxValue latent, GivenNumbers numbers)
    {
        _graph = graph;
        Rows = latent;
        Choices = schema.Choices;
        _flags = new OnnxValue[Choices.Count];
        _slots = new OnnxValue[Choices.Count];
        var columns = schema.Columns.Where(column => column.CanStandInConditions).ToList();
        var given = columns.Count > 0 ? KnownCodes(columns) : null;
        foreach (var (place, column) in columns.Index())
        {
            var code = graph.Columns(given!, place, 1);
            _codes.Add(column, code);
            if (column.Presence is { } presence)
            {
                _flags[presence] = graph.Elementwise("Not", graph.Compare("Equal", code, Number(TabularColumn.NotGiven)));
                _slots[presence] = graph.Cast(graph.Compare("Equal", code, Number(TabularColumn.Missing)), OnnxElementType.Int64);
            }
            if (column.ValueChoice is { } value)
            {
                _flags[value] = IsGiven(column)!;
                _slots[value] = column is CategoryForm { Slots.IsOneToOne: false } shared ? SlotOf(shared, code) : code;
            }
        }
        foreach (var choice in Enumerable.Range(0, Choices.Count).Where(choice => _flags[choice] is null)) NeverGive(choice);
        foreach (var column in schema.Columns.OfType<AffineForm>())
            if (column.Missing is { } missing) Give(missing.Choice, numbers.Of(column)!.IsGiven, Slot(Columns.Choice.IsThere));
        foreach (var number in schema.Numbers)
        {
            if (numbers.Points[number.Index] is not { } one) continue;
            if (number.Tie is { } tie) GiveTie(tie, one, numbers.Points[tie.Number]!);
            else if (number.Presence is { } presence) Give(presence, one.IsGiven, Slot(Columns.Choice.IsThere));
        }
    }

    /// <value>A value with as many rows as the batch.</value>
    public OnnxValue Rows { get; }

    private IReadOnlyList<Choice> Choices { get; }

    /// <summary>The category that is given, Int64 (N, 1); below 0 where none is. Null if the column can't be given.</summary>
    public OnnxValue? CodeOf(ColumnForm column) => _codes.GetValueOrDefault(column);

    /// <summary>Whether a category is given: Boolean (N, 1); null if the column can't be given.</summary>
    public OnnxValue? IsGiven(ColumnForm column) => CodeOf(column) is { } code ? _graph.Compare("GreaterOrEqual", code, Number(0)) : null;

    /// <summary>Whether a choice is given, Boolean (N, 1), and the slot, Int64 (N, 1).</summary>
    public (OnnxValue IsGiven, OnnxValue Slot) this[int choice] => (_flags[choice], _slots[choice]);

    /// <summary>Whether a number is given of which a choice says whether it is missing or equal to another; null for other choices.</summary>
    public OnnxValue? IsThere(int choice) => _isThere.GetValueOrDefault(choice);

    /// <summary>
    /// Latent vectors with the network's condition behind them, a flag for each choice, then <see cref="Slots"/>: (N, latent size + condition width).
    /// </summary>
    public OnnxValue Join(OnnxValue latents) => Choices.Count == 0
        ? latents
        : _graph.Concat([latents, .. _flags.Select(flag => _graph.Cast(flag, OnnxElementType.Single)), Slots()], 1);

    /// <summary>The given slots of all choices as one-hots: (N, slots).</summary>
    public OnnxValue Slots() => _allSlots ??= _graph.Concat([.. Choices.Select((choice, index) => OneHot(index, choice.Size))], 1);

    /// <summary>The input, where what is no code of its column gives nothing: Int64 (N, columns).</summary>
    private OnnxValue KnownCodes(List<ColumnForm> columns)
    {
        var codes = _graph.Input(GanTensors.Given, OnnxElementType.Int64, [columns.Count]);
        long[] counts = [.. columns.Select(column => (long)column.CategoryTexts.Count)];
        var isKnown = _graph.Logical(
            "And", _graph.Compare("GreaterOrEqual", codes, Number(TabularColumn.Present)),
            _graph.Compare("Less", codes, _graph.Constant(counts, counts.Length)));
        return _graph.Where(isKnown, codes, Number(TabularColumn.NotGiven));
    }

    /// <summary>1 at the given slot: (N, size).</summary>
    private OnnxValue OneHot(int choice, int size) => _graph.OneHot(_graph.Where(_flags[choice], _slots[choice], Number(-1)), size);

    private OnnxValue SlotOf(CategoryForm column, OnnxValue code)
    {
        long[] slots = [.. Enumerable.Range(0, column.Categories.Count).Select(category => (long)column.Slots.SlotOf(category))];
        return _graph.Gather(_graph.Constant(slots, slots.Length), _graph.Clip(code, Number(0), null));
    }

    private void Give(int choice, OnnxValue isGiven, OnnxValue slot)
    {
        _slots[choice] = _graph.Where(isGiven, slot, _slots[choice]);
        _flags[choice] = _graph.Logical("Or", _flags[choice], isGiven);
    }

    /// <summary>Where both numbers are given, whether they are equal is given as well.</summary>
    private void GiveTie(Tie tie, GivenNumber own, GivenNumber other)
    {
        var isEqual = _graph.Compare("Equal", own.Points, _graph.Affine(other.Points, tie.Slope, tie.Offset));
        if (tie.Common.Count > 0)
        {
            var isCommon = _graph.Compare("Equal", own.Points, _graph.Constant([.. tie.Common], 1, tie.Common.Count));
            var count = _graph.SumOfColumns(_graph.Cast(isCommon, OnnxElementType.Single));
            isEqual = _graph.Logical("And", isEqual, _graph.Compare("Less", count, _graph.Constant([0.5f], 1)));
        }
        Give(tie.Choice, _graph.Logical("And", own.IsGiven, other.IsGiven), _graph.Where(isEqual, Slot(tie.Slot), Slot(Columns.Choice.IsThere)));
        if (tie.Slot > Columns.Choice.IsMissing) _isThere.Add(tie.Choice, own.IsGiven);
    }

    private OnnxValue Slot(int slot) => _graph.Constant([(long)slot], 1, 1);

    private void NeverGive(int choice)
    {
        _slots[choice] = _graph.ExpandRows(_graph.Constant([(long)Columns.Choice.None], 1, 1), Rows);
        _flags[choice] = _graph.Compare("GreaterOrEqual", _slots[choice], Number(0));
    }

    private OnnxValue Number(long value) => _graph.Constant([value], 1);
}
