using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A column of numbers, dates or spans of time: one <see cref="Number"/>, and before it the day where a date has a time.</summary>
/// <param name="Index">Which of the table's columns it is.</param>
/// <param name="Schema">What ML.NET says of the column.</param>
/// <param name="Role">Numeric, integer or date.</param>
/// <param name="Missing">The choice between there and missing; null if no cell is missing.</param>
/// <param name="Grid">The grid that its values lie on.</param>
/// <param name="Numbers">The indices of its numbers; the last is decoded to its values.</param>
internal sealed record NumberForm(
    int Index, ColumnSchema Schema, TabularColumnRole Role, MissingForm? Missing, ValueGrid Grid, IReadOnlyList<int> Numbers)
    : ColumnForm(Index, Schema, Role, Missing)
{
    public override bool HasNumbers => true;

    public override void Encode(Table table, TableColumn column, EncodedRows rows)
    {
        var schema = rows.Schema;
        Missing?.Encode(column, rows);
        if (schema.Numbers[Numbers[^1]] is { Tie: { } tie } last)
            tie.Encode(last.PointsIn(table), schema.Numbers[tie.Number].PointsIn(table), rows.Slots[tie.Choice] ??= new int[rows.Count]);
        foreach (var number in Numbers.Select(index => schema.Numbers[index]))
        {
            (float Low, float High)[] intervals =
                [.. schema.LearntValues(number, table).Select((value, row) => rows.IsThere(number, row) ? number.Ranks.IntervalOf(value) : (0, 0))];
            rows.Low[number.Index] = Array.ConvertAll(intervals, interval => interval.Low);
            rows.High[number.Index] = Array.ConvertAll(intervals, interval => interval.High);
        }
    }

    public override OnnxValue Decode(IDecodedRow row)
    {
        var points = row.Points(Numbers[^1]);
        return row.OrGiven(this, points, CellValues.OfNumbers(row.Graph, Schema, Grid, points, Missing?.Decode(row)));
    }

    protected override int KnotsIn(TableSchema schema) => Numbers.Sum(number => schema.Numbers[number].Ranks.Knots.Ranks.Length);
}
