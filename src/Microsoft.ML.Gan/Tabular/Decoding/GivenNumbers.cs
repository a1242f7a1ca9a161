using Gan.Onnx;
using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular.Decoding;

/// <summary>The numbers that are given: the input for them, which may be left out, and the points that they are.</summary>
/// <remarks>
/// Until something is known of made rows all values have as many rows as the input, one where it is left out: they cost nothing then.
/// </remarks>
internal sealed class GivenNumbers
{
    private readonly OnnxGraphBuilder _graph;
    private readonly Dictionary<ColumnForm, GivenNumber> _columns = [];

    /// <param name="graph">The graph.</param>
    /// <param name="schema">The table's; the k-th column of numbers has place k of the input.</param>
    public GivenNumbers(OnnxGraphBuilder graph, TableSchema schema)
    {
        _graph = graph;
        ColumnForm[] columns = [.. schema.Columns.Where(column => column.HasNumbers)];
        Points = new GivenNumber?[schema.Numbers.Count];
        if (columns.Length == 0) return;
        var input = graph.OptionalInput(
            GanTensors.GivenNumbers, (ReadOnlySpan<double>)[.. columns.Select(_ => double.NaN)], columns.Length);
        foreach (var (place, column) in columns.Index())
        {
            var value = graph.Columns(input, place, 1);
            var isMissing = graph.IsNaN(value);
            _columns.Add(column, new(graph.Elementwise("Not", isMissing), graph.Where(isMissing, graph.Constant([0.0], 1), value)));
        }
        foreach (var column in columns.OfType<NumberForm>()) AddPoints(column);
        foreach (var column in columns.OfType<AffineForm>()) AddPoints(schema, column);
        foreach (var column in columns.OfType<NumberForm>().Where(column => column.Numbers.Count > 1)) AddDay(schema, column);
        IsAny = _columns.Values.Select(number => number.IsGiven).Aggregate((one, other) => graph.Logical("Or", one, other));
    }

    /// <value>
    /// Of each number of a row whether it is given, by its own column or by one that is computed from it, and its points; null if it can't be.
    /// </value>
    public GivenNumber?[] Points { get; }

    /// <value>Whether a row has a number that is given: Boolean; null if none can be.</value>
    public OnnxValue? IsAny { get; }

    /// <summary>What is given of a column: whether, and the value; null if its numbers can't be.</summary>
    public GivenNumber? Of(ColumnForm column) => _columns.GetValueOrDefault(column);

    /// <summary>What is given of a column, as points of its grid.</summary>
    public OnnxValue PointsOf(ColumnForm column, OnnxValue value) => column switch
    {
        NumberForm number => CellValues.PointsOf(_graph, number.Schema, number.Grid, value),
        AffineForm affine => CellValues.PointsOf(_graph, affine.Schema, affine.Grid, value),
        DerivedNumberForm derived => CellValues.PointsOf(_graph, derived.Schema, derived.Grid, value),
        _ => value,
    };

    /// <summary>The values of a column; a given one that lies between two points of its grid is as it was given.</summary>
    /// <remarks>Unless it is another here, since what was given contradicts itself.</remarks>
    /// <param name="column">The column.</param>
    /// <param name="points">What is decoded, double (N, 1).</param>
    /// <param name="values">The values of those, of the column's own type.</param>
    public OnnxValue Exactly(ColumnForm column, OnnxValue points, OnnxValue values)
    {
        if (Of(column) is not { } given) return values;
        var isIt = _graph.Logical("And", given.IsGiven, _graph.Compare("Equal", points, PointsOf(column, given.Points)));
        var isOff = _graph.Elementwise("Not", _graph.Compare("Equal", _graph.Cast(values, OnnxElementType.Double), given.Points));
        return _graph.Choose(_graph.Logical("And", isIt, isOff), given.Points, values);
    }

    private void AddPoints(NumberForm column)
    {
        var given = _columns[column];
        Points[column.Numbers[^1]] = given with { Points = PointsOf(column, given.Points) };
    }

    /// <summary>The points of the column that an affine one is computed from, where those are not given themselves.</summary>
    private void AddPoints(TableSchema schema, AffineForm column)
    {
        var given = _columns[column];
        var points = _graph.AffineInverse(PointsOf(column, given.Points), column.Slope, column.Offset);
        if (schema.Numbers[column.Number].Grid.IsGrid) points = _graph.Round(points);
        Points[column.Number] = GivenNumber.Or(_graph, Points[column.Number], given with { Points = points });
    }

    /// <summary>The day of a date with a time.</summary>
    private void AddDay(TableSchema schema, NumberForm column)
    {
        var (day, given) = (column.Numbers[0], Points[column.Numbers[^1]]!);
        var difference = schema.Numbers[column.Numbers[^1]].Difference!;
        var days = _graph.AffineInverse(given.Points, difference.Slope, difference.Offset);
        Points[day] = given with { Points = _graph.Elementwise("Floor", days) };
    }
}
