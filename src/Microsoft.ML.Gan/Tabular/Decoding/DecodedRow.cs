using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>What is decoded of a row, as the forms of columns ask for it.</summary>
/// <param name="graph">The graph.</param>
/// <param name="schema">The table's.</param>
/// <param name="choices">The slots.</param>
/// <param name="given">What is given is taken as it is.</param>
/// <param name="givenNumbers">Likewise of numbers.</param>
/// <param name="numbers">The numbers; null if there are none.</param>
/// <param name="uniforms">By the index of a column whose categories share slots, the uniform number that draws among them, (N, 1).</param>
internal sealed class DecodedRow(
    OnnxGraphBuilder graph, TableSchema schema, ChoiceDecoder choices, GivenColumns given, GivenNumbers givenNumbers,
    MadeNumbers? numbers, IReadOnlyDictionary<int, OnnxValue> uniforms) : IDecodedRow
{
    private readonly Dictionary<int, OnnxValue> _codes = [];          // by column
    private readonly Dictionary<int, OnnxValue> _points = [];         // by number
    private readonly Dictionary<int, MissingForm?> _missing =
        schema.Columns.OfType<NumberForm>().ToDictionary(column => column.Numbers[^1], column => column.Missing);
    private IReadOnlyDictionary<int, OnnxValue>? _ordered;            // by number
    private IReadOnlyDictionary<int, OnnxValue>? _kept;               // by number

    public OnnxGraphBuilder Graph => graph;

    public OnnxValue Slot(int choice) => choices.Slot(choice);

    public OnnxValue IsIn(int choice, int slot) => choices.IsIn(choice, slot);

    public OnnxValue Points(int number)
    {
        if (schema.Kept is null) return Ordered(number);
        _kept ??= RowRules.Write(graph, schema.Kept, Ordered, IsMissing, IsGiven);
        return _kept.TryGetValue(number, out var points) ? points : Ordered(number);
    }

    /// <summary>What a number is before rules are kept: in order with others.</summary>
    private OnnxValue Ordered(int number)
    {
        if (schema.Orders.Count == 0) return Unordered(number);
        _ordered ??= RowOrder.Write(
            graph, schema.Orders, Unordered, IsMissing, IsGiven, number => schema.Numbers[number].Grid.IsGrid);
        return _ordered.TryGetValue(number, out var points) ? points : Unordered(number);
    }

    /// <summary>What a number is before it is put in order with others: on its grid, and equal to the one that it is tied to.</summary>
    /// <remarks>What it differs by from another number is added to that, and the sum put on the grid.</remarks>
    private OnnxValue Unordered(int number)
    {
        if (_points.TryGetValue(number, out var known)) return known;
        var learnt = schema.Numbers[number];
        var points = graph.Columns(numbers!.Points, number, 1);
        if (learnt.Difference is { } difference) points = difference.Add(graph, Unordered(difference.Base), points);
        if (learnt.Rounding is { } rounding) points = rounding.Snap(graph, points);
        else if (learnt.Grid.IsGrid) points = graph.Round(points);
        if (learnt.Tie is { } tie) points = tie.Decode(this, points, Unordered(tie.Number));
        if (numbers.Given[number] is { } one) points = one.Over(graph, points);
        return _points[number] = points;
    }

    private OnnxValue? IsMissing(int number) => _missing[number]?.Decode(this);

    /// <summary>Whether somebody gave it: what follows from given numbers may still move.</summary>
    private OnnxValue? IsGiven(int number) => givenNumbers.Points[number]?.IsGiven;

    public OnnxValue Code(int column)
    {
        if (!_codes.TryGetValue(column, out var code)) _codes.Add(column, code = ((CategoryForm)schema.Columns[column]).DecodeCode(this));
        return code;
    }

    public OnnxValue Uniform(CategoryForm column) => uniforms[column.Index];

    public OnnxValue OrGiven(ColumnForm column, OnnxValue code) =>
        given.IsGiven(column) is { } isGiven ? graph.Where(isGiven, given.CodeOf(column)!, code) : code;

    public OnnxValue OrGiven(ColumnForm column, OnnxValue points, OnnxValue values) => givenNumbers.Exactly(column, points, values);

    public OnnxValue Everywhere(long code) => graph.ExpandRows(graph.Constant([code], 1, 1), given.Rows);
}
