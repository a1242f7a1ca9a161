using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Days of some weekdays only: what falls on a Saturday is put on the Friday before, where no value is on a weekend.</summary>
/// <param name="Shift">What is added to a point to make it a day, counted from a Monday.</param>
/// <param name="Moves">Of each weekday from Monday, how many days later the nearest is that may be; 0 if it may be itself.</param>
internal sealed record WeekdayGrid(int Shift, IReadOnlyList<long> Moves) : Rounding
{
    private const int Week = 7;

    /// <summary>That of a column; null if its days are of all weekdays, or may be so by chance.</summary>
    public static WeekdayGrid? Find(CalendarDays days)
    {
        HashSet<int> weekdays = [.. days.Days.Select(day => ((int)day.DayOfWeek + Week - 1) % Week)];
        if (!days.AreNoChance((double)weekdays.Count / Week)) return null;
        return new(days.Shift, [.. Enumerable.Range(0, Week).Select(Nearest)]);

        long Nearest(int weekday) => Enumerable.Range(-Week / 2, Week)
            .Where(move => weekdays.Contains((weekday + move + Week) % Week)).OrderBy(Math.Abs).First();
    }

    public override OnnxValue Snap(OnnxGraphBuilder graph, OnnxValue points)
    {
        var week = graph.Constant([(long)Week], 1);
        var days = graph.Plus(graph.Cast(graph.Round(points), OnnxElementType.Int64), graph.Constant([(long)Shift], 1));
        var weekdays = graph.Minus(days, graph.Times(graph.Over(days, week), week));
        var moved = graph.Plus(days, graph.Gather(graph.Constant([.. Moves], Week), weekdays));
        return graph.Cast(graph.Minus(moved, graph.Constant([(long)Shift], 1)), OnnxElementType.Double);
    }
}
