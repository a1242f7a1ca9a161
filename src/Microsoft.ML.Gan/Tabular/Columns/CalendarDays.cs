using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>The different days of a column of dates whose points are days.</summary>
/// <param name="Shift">What is added to a point to make it a day, counted from the first of January of year 1.</param>
/// <param name="Days">The days.</param>
internal sealed record CalendarDays(int Shift, IReadOnlyList<DateTime> Days)
{
    private const double Evidence = 20;                               // in nats, that days are so by no chance

    /// <summary>Those of a column; null if its points are no days.</summary>
    public static CalendarDays? Of(NumberColumn column)
    {
        if (column.Schema.Value.Midnight is not { } midnight || column.Grid.Unit != TimeSpan.TicksPerDay) return null;
        var shift = (int)Math.Floor((column.Grid.Origin - midnight) / (double)TimeSpan.TicksPerDay);
        var days = column.Points.Where(point => !double.IsNaN(point)).Distinct().Select(point => DateTime.MinValue.AddDays(point + shift));
        return new(shift, [.. days]);
    }

    /// <summary>Whether it is no chance that all days are among some.</summary>
    /// <param name="share">The share of all days that those are.</param>
    public bool AreNoChance(double share) => Days.Count * -Math.Log(share) > Evidence;
}
