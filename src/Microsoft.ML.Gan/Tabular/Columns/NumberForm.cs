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
    public override void Encode(Table table, TableColumn column, EncodedRows rows)
    {
        Missing?.Encode(column, rows);
        foreach (var number in Numbers.Select(index => rows.Schema.Numbers[index]))
        {
            (float Low, float High)[] intervals =
                [.. rows.Schema.LearntValues(number, table).Select(
                    (value, row) => Missing is not null && column.IsMissing(row) ? (0, 0) : number.Ranks.IntervalOf(value))];
            rows.Low[number.Index] = Array.ConvertAll(intervals, interval => interval.Low);
            rows.High[number.Index] = Array.ConvertAll(intervals, interval => interval.High);
        }
    }

    public override OnnxValue Decode(IDecodedRow row)
    {
        var points = row.Points(Numbers[^1]);
        return CellValues.OfNumbers(row.Graph, Schema, Grid, points, Missing?.Decode(row));
    }

    protected override int KnotsIn(TableSchema schema) => Numbers.Sum(number => schema.Numbers[number].Ranks.Knots.Ranks.Length);
}
