using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Two columns of numbers whose cells are equal far beyond chance.</summary>
/// <remarks>
/// Values that many rows have do not count, as 0 and 0 may meet by chance or because both mean "nothing". Nor does being close: if ages of 40 and 41
/// go together as often as 40 and 40, nobody copied one to the other.
/// </remarks>
/// <param name="Source">The other, which is before it.</param>
/// <param name="Common">The points of the column that many rows have, in it or in the other.</param>
internal sealed record TiedColumns(NumberColumn Source, IReadOnlyList<double> Common)
{
    private const int LeastRows = 20;
    private const double LeastShare = 0.02;                           // of the rows in which both are there
    private const double LeastTimes = 5;                              // as many as chance tells, or as are as close
    private const double CommonShare = 0.01;                          // a value of more rows, and of at least five, is common: it is in the file
    private const int Neighbourhood = 5;                              // points on either side that are close
    private const int ScreenedRows = 1000;

    /// <summary>For each column that is tied to one before it, of several to the most often equal, how.</summary>
    /// <param name="columns">Columns of numbers, in the table's order.</param>
    /// <param name="isMeant">Whether a pair, the column first, may be tied.</param>
    public static IReadOnlyDictionary<NumberColumn, TiedColumns> Find(
        IReadOnlyList<NumberColumn> columns, Func<NumberColumn, NumberColumn, bool> isMeant)
    {
        PointCounts[] counts = [.. columns.Select(column => new PointCounts(column))];
        var found = new Dictionary<NumberColumn, TiedColumns>();
        foreach (var (place, own) in counts.Index())
        {
            var best = counts.Take(place).Where(source => source.Column.Kind == own.Column.Kind && isMeant(own.Column, source.Column))
                .Select(source => (Source: source, Rows: CountTies(own, source)))
                .Where(pair => pair.Rows > 0).OrderByDescending(pair => pair.Rows).FirstOrDefault();
            if (best.Source is { } other) found.Add(own.Column, new(other.Column, CommonOf(own, other)));
        }
        return found;
    }

    private static IReadOnlyList<double> CommonOf(PointCounts own, PointCounts others)
    {
        var (slope, offset) = own.Column.Grid.From(others.Column.Grid);
        return [.. own.Common.Union(others.Common.Select(point => slope * point + offset))];
    }

    /// <summary>The rows that are equal; 0 if no more than chance tells.</summary>
    private static int CountTies(PointCounts own, PointCounts others)
    {
        var (column, source) = (own.Column, others.Column);
        var (slope, offset) = column.Grid.From(source.Grid);
        var step = Math.Max(1, column.RowCount / ScreenedRows);
        var (some, screened, _) = Count(step);
        if (screened < LeastShare / 4 * some) return 0;
        var (both, equal, close) = Count(1);
        var chance = own.Uncommon.Sum(pair => pair.Value * (double)others.CountOf((pair.Key - offset) / slope)) / column.RowCount;
        return equal >= Math.Max(LeastRows, LeastShare * both) && equal >= LeastTimes * Math.Max(chance, close / (2.0 * Neighbourhood)) ? equal : 0;

        (int Both, int Equal, int Close) Count(int step)
        {
            var (both, equal, close) = (0, 0, 0);
            for (var row = 0; row < column.RowCount; row += step)
            {
                var (point, other) = (column.Points[row], slope * source.Points[row] + offset);
                if (double.IsNaN(point - other)) continue;
                both++;
                if (own.CountOf(point) == 0 || others.CountOf(source.Points[row]) == 0) continue;
                if (point == other) equal++;
                else if (column.Grid.IsGrid && Math.Abs(point - other) <= Neighbourhood) close++;
            }
            return (both, equal, close);
        }
    }

    /// <summary>How many rows have a point.</summary>
    private sealed class PointCounts
    {
        public PointCounts(NumberColumn column)
        {
            Column = column;
            var byFrequency = column.Points.Where(point => !double.IsNaN(point)).CountBy(point => point)
                .ToLookup(pair => pair.Value > Math.Max(QuantileKnots.LeastRows - 1, CommonShare * column.RowCount));
            Common = [.. byFrequency[true].Select(pair => pair.Key)];
            Uncommon = byFrequency[false].ToDictionary();
        }

        public NumberColumn Column { get; }

        public IReadOnlyList<double> Common { get; }

        public IReadOnlyDictionary<double, int> Uncommon { get; }

        /// <summary>The rows that have an uncommon point; 0 for any other.</summary>
        public int CountOf(double point) => Uncommon.GetValueOrDefault(point);
    }
}
