using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A column of numbers as another one, close to which it stays, and a difference: the end of a ride is its start and minutes.</summary>
/// <remarks>
/// The ranks of both would lose it, as minutes are nothing among the days of a year. The difference keeps its own range: an end that never comes
/// before its start never does.
/// </remarks>
/// <param name="Column">The column.</param>
/// <param name="Base">The other one.</param>
/// <param name="IsTimeOfDay">Whether the other one is no column of the table, but the days of this one.</param>
internal sealed record Difference(NumberColumn Column, NumberColumn Base, bool IsTimeOfDay = false)
{
    private const int LeastRows = 50;                                 // fewer could be close by chance
    private const int ScreenedRows = 500;
    private const double Close = 0.1;                                 // the spread of the differences, in that of the column
    private const double Tail = 0.05;                                 // at either end, that a spread leaves out

    /// <value>Points of the column in a point of the other one.</value>
    public double Slope => Column.Grid.From(Base.Grid).Slope;

    /// <value>The point of the column at the other's point 0.</value>
    public double Offset => Column.Grid.From(Base.Grid).Offset;

    /// <value>Of each row the difference, in points of the column; NaN where it is missing.</value>
    public double[] Points => [.. Enumerable.Range(0, Column.RowCount).Select(Of)];

    /// <summary>The columns that stay close to one before them, which does not itself, of several to the closest; and dates with times.</summary>
    /// <param name="columns">Columns of numbers, in the table's order.</param>
    public static IReadOnlyDictionary<NumberColumn, Difference> Find(IReadOnlyList<NumberColumn> columns)
    {
        var found = new Dictionary<NumberColumn, Difference>();
        foreach (var (place, column) in columns.Index())
        {
            int[] rows = [.. Enumerable.Range(0, column.RowCount).Where(row => !column.IsMissing(row))];
            if (rows.Length < LeastRows) continue;
            var own = Distribution.Of(rows.Select(row => column.Points[row]));
            int[] some = [.. rows.Where((_, index) => index % Math.Max(1, rows.Length / ScreenedRows) == 0)];
            var closest = columns.Take(place)
                .Where(other => other.Kind == column.Kind && !found.ContainsKey(other))
                .Select(other => new Difference(column, other))
                .Where(difference => difference.In(some).Spread < 2 * Close * own.Spread)
                .Select(difference => new { Difference = difference, Distribution = difference.In(rows) })
                .Where(pair => pair.Distribution.Spread < Close * own.Spread && pair.Distribution.Ties >= own.Ties)
                .MinBy(pair => pair.Distribution.Spread)?.Difference;
            if (closest is not null) found.Add(column, closest);
        }
        foreach (var column in columns)
            if (!found.ContainsKey(column) && TimeOfDay(column) is { } time) found.Add(column, time);
        return found;
    }

    /// <summary>
    /// A date with a time as its day and the time, so that neither is lost in the other's ranks; null for what has no times, or is of one day.
    /// </summary>
    private static Difference? TimeOfDay(NumberColumn column)
    {
        if (column.Schema.Value.Midnight is not { } midnight || column.Grid.Unit % TimeSpan.TicksPerDay == 0) return null;
        var days = new ValueGrid(true, midnight % TimeSpan.TicksPerDay, TimeSpan.TicksPerDay, 0);
        double[] points = Array.ConvertAll(
            column.Points, point => double.IsNaN(point) ? double.NaN : days.PointOf(column.Grid.Origin + column.Grid.Unit * (long)point));
        var isOneDay = points.Where(point => !double.IsNaN(point)).Distinct().Take(2).Count() == 1;
        return isOneDay ? null : new Difference(column, new NumberColumn(column.Schema, column.Role, days, points), IsTimeOfDay: true);
    }

    private double Of(int row) => LearntDifference.Between(Column.Grid, Column.Points[row], Slope * Base.Points[row] + Offset);

    /// <summary>How the differences in some rows are distributed: not at all where the other column is missing in one of them.</summary>
    private Distribution In(int[] rows) => Distribution.Of(rows.Select(Of));

    /// <param name="Spread">The distance of the quantiles that leave out a tail at either end; NaN if a value is.</param>
    /// <param name="Ties">The probability that two values are equal.</param>
    private readonly record struct Distribution(double Spread, double Ties)
    {
        public static Distribution Of(IEnumerable<double> values)
        {
            double[] sorted = [.. values.Order()];                    // NaN first
            if (double.IsNaN(sorted[0])) return new(double.NaN, 0);
            var tail = (int)(Tail * sorted.Length);
            return new(sorted[^(1 + tail)] - sorted[tail], SortedRuns.Of(sorted).Sum(run => Math.Pow((double)run.Count / sorted.Length, 2)));
        }
    }
}
