using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Torch;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>From the slots of choices to the codes of categories; a missing cell has the code behind the last.</summary>
/// <param name="graph">The graph.</param>
/// <param name="choices">The slots.</param>
/// <param name="given">What is given is taken as it is.</param>
/// <param name="shared">The columns whose categories share slots, each with the uniform number that draws among them, (N, 1).</param>
internal sealed class CategoryDecoder(
    OnnxGraphBuilder graph, ChoiceDecoder choices, GivenColumns given, IEnumerable<(CategoryEncoding Column, OnnxValue Uniform)> shared)
{
    private readonly Dictionary<CategoryEncoding, OnnxValue> _uniform = shared.ToDictionary(pair => pair.Column, pair => pair.Uniform);
    private readonly Dictionary<CategoryEncoding, OnnxValue> _codes = [];

    /// <summary>The codes of a column: Int64 (N, 1).</summary>
    public OnnxValue Decode(CategoryEncoding column)
    {
        if (_codes.TryGetValue(column, out var known)) return known;
        var code = column.Choice is { } choice ? choices.Slot(choice) : OrGiven(column, graph.ExpandRows(graph.Constant([0L], 1, 1), given.Rows));
        if (!column.Slots.IsOneToOne) code = OrGiven(column, Draw(column, code));
        if (choices.IsMissing(column) is { } isMissing) code = graph.Where(isMissing, graph.Constant([(long)column.Categories.Categories.Count], 1), code);
        return _codes[column] = code;
    }

    /// <summary>The codes of a derived column: what follows from its source, or what is given.</summary>
    public OnnxValue Derive(DerivedEncoding column, OnnxValue consequence) => OrGiven(column, consequence);

    private OnnxValue OrGiven(ColumnEncoding column, OnnxValue code) =>
        given.IsGiven(column) is { } isGiven ? graph.Where(isGiven, given.CodeOf(column)!, code) : code;

    /// <summary>A category among those of a slot, by the alias tables of <see cref="SharedSlots"/>.</summary>
    private OnnxValue Draw(CategoryEncoding column, OnnxValue slot)
    {
        var table = column.Slots;
        var point = graph.Times(_uniform[column], graph.Gather(Table(Array.ConvertAll(table.Sizes, size => (float)size)), slot));
        var last = graph.Gather(Table(Array.ConvertAll(table.Sizes, size => size - 1L)), slot);
        var place = graph.Clip(graph.Cast(point, OnnxElementType.Int64), null, last);            // the whole part of the point
        var part = graph.Minus(point, graph.Cast(place, OnnxElementType.Single));
        var own = graph.Plus(graph.Gather(Table(Array.ConvertAll(table.First, first => (long)first)), slot), place);
        return graph.Where(graph.Compare("Less", part, graph.Gather(Table(table.KeepShare), own)), own, graph.Gather(Table(table.Alias), own));
    }

    private OnnxValue Table(float[] values) => graph.Constant(values, values.Length);

    private OnnxValue Table(long[] values) => graph.Constant(values, values.Length);
}
