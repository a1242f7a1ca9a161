using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>One day of each month, or of each quarter or year: the first, the 15th, the last.</summary>
/// <param name="Shift">What is added to a point to make it a day, counted from the first of January of year 1.</param>
/// <param name="Step">From one to the next, in months.</param>
/// <param name="Phase">The first month there is, counted from January of year 1.</param>
/// <param name="Offset">The days from the first of the month to the day; −1 for the last of the month before.</param>
internal sealed record MonthGrid(int Shift, int Step, int Phase, int Offset) : Rounding
{
    private const int Year = 12;
    private const double MonthInDays = 365.2425 / Year;

    /// <summary>That of a column; null if its days are of no such kind, or may be so by chance.</summary>
    public static MonthGrid? Find(CalendarDays days)
    {
        if (!days.AreNoChance(1 / MonthInDays)) return null;
        var first = days.Days[0];
        int? offset = days.Days.All(day => day.Day == first.Day) ? first.Day - 1 : days.Days.All(day => day.AddDays(1).Day == 1) ? -1 : null;
        if (offset is not { } found) return null;
        int[] months = [.. days.Days.Select(day => day.AddDays(-found)).Select(month => Year * (month.Year - 1) + month.Month - 1)];
        var step = (int)months.Aggregate((ulong)Year, (step, month) => ValueGrid.GreatestCommonDivisor(step, (ulong)Math.Abs(month - months[0])));
        return new(days.Shift, step, months[0] % step, found);
    }

    public override OnnxValue Snap(OnnxGraphBuilder graph, OnnxValue points)
    {
        var days = graph.Plus(points, graph.Constant([(double)Shift - Offset], 1));
        var months = graph.Over(days, graph.Constant([MonthInDays], 1));
        var steps = graph.Round(graph.Over(graph.Minus(months, graph.Constant([(double)Phase], 1)), graph.Constant([(double)Step], 1)));
        var place = graph.Plus(graph.Times(graph.Cast(steps, OnnxElementType.Int64), Constant(Step)), Constant(Phase));
        var nearest = FirstDay(place);                                // or that of a neighbour, for months are not alike
        foreach (var neighbour in new[] { -Step, Step })
        {
            var other = FirstDay(graph.Plus(place, Constant(neighbour)));
            nearest = graph.Where(graph.Compare("Less", Distance(other), Distance(nearest)), other, nearest);
        }
        return graph.Minus(nearest, graph.Constant([(double)Shift - Offset], 1));

        OnnxValue Constant(long value) => graph.Constant([value], 1);

        OnnxValue Distance(OnnxValue day) => graph.Elementwise("Abs", graph.Minus(day, days));

        // of years that begin with March, so that a leap day is the last of its year
        OnnxValue FirstDay(OnnxValue month)
        {
            var fromMarch = graph.Plus(month, Constant(Year - 2));
            var year = graph.Over(fromMarch, Constant(Year));
            var rest = graph.Minus(fromMarch, graph.Times(year, Constant(Year)));
            var leapDays = graph.Plus(graph.Minus(graph.Over(year, Constant(4)), graph.Over(year, Constant(100))), graph.Over(year, Constant(400)));
            var before = graph.Over(graph.Plus(graph.Times(rest, Constant(153)), Constant(2)), Constant(5));
            var day = graph.Plus(graph.Plus(graph.Times(year, Constant(365)), leapDays), graph.Minus(before, Constant(306)));
            return graph.Cast(day, OnnxElementType.Double);
        }
    }
}
