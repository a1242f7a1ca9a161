using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Two columns of numbers whose cells are equal far beyond chance.</summary>
/// <remarks>
/// Values that many rows have do not count, as 0 and 0 may meet by chance or because both mean "nothing". Nor does being close: if ages of 40 and 41
/// go together as often as 40 and 40, nobody copied one to the other.
/// </remarks>
/// <param name="Column">The column.</param>
/// <param name="Source">One before it.</param>
internal sealed record TiedColumns(NumberColumn Column, NumberColumn Source)
{
    private const int LeastRows = 20;
    private const double LeastShare = 0.02;                           // of the rows in which both are there
    private const double LeastTimes = 5;                              // as many as chance tells, or as are as close
    private const double CommonShare = 0.01;                          // a value of more rows is common
    private const int Neighbourhood = 5;                              // points on either side that are close
    private const int ScreenedRows = 1000;

    /// <summary>For each column that is tied to one before it, of several to the most often equal, how.</summary>
    /// <param name="columns">Columns of numbers, in the table's order.</param>
    /// <param name="isMeant">Whether a pair, the column first, may be tied.</param>
    public static IReadOnlyDictionary<NumberColumn, TiedColumns> Find(
        IReadOnlyList<NumberColumn> columns, Func<NumberColumn, NumberColumn, bool> isMeant)
    {
        var counts = columns.ToDictionary(column => column, column => new Commonness(column));
        var found = new Dictionary<NumberColumn, TiedColumns>();
        foreach (var (place, column) in columns.Index())
        {
            var best = columns.Take(place).Where(source => source.Kind == column.Kind && isMeant(column, source))
                .Select(source => new TiedColumns(column, source))
                .Select(pair => (Pair: pair, Rows: pair.CountTies(counts[column], counts[pair.Source])))
                .Where(pair => pair.Rows > 0).OrderByDescending(pair => pair.Rows).FirstOrDefault();
            if (best.Pair is not null) found.Add(column, best.Pair);
        }
        return found;
    }

    /// <value>The points of the column that many rows have, in it or in the other.</value>
    public IReadOnlyList<double> Common
    {
        get
        {
            var (slope, offset) = Column.Grid.From(Source.Grid);
            return [.. Commonness.CommonOf(Column).Union(Commonness.CommonOf(Source).Select(point => slope * point + offset))];
        }
    }

    /// <summary>The rows that are equal; 0 if no more than chance tells.</summary>
    private int CountTies(Commonness own, Commonness others)
    {
        var (slope, offset) = Column.Grid.From(Source.Grid);
        var step = Math.Max(1, Column.RowCount / ScreenedRows);
        var (some, screened, _) = Count(step);
        if (screened < LeastShare / 4 * some) return 0;
        var (both, equal, close) = Count(1);
        var chance = own.Counts.Sum(pair => pair.Value * (double)others.CountOf((pair.Key - offset) / slope)) / Column.RowCount;
        return equal >= Math.Max(LeastRows, LeastShare * both) && equal >= LeastTimes * Math.Max(chance, close / (2.0 * Neighbourhood)) ? equal : 0;

        (int Both, int Equal, int Close) Count(int step)
        {
            var (both, equal, close) = (0, 0, 0);
            for (var row = 0; row < Column.RowCount; row += step)
            {
                var (point, other) = (Column.Points[row], slope * Source.Points[row] + offset);
                if (double.IsNaN(point - other)) continue;
                both++;
                if (own.CountOf(point) == 0 || others.CountOf(Source.Points[row]) == 0) continue;
                if (point == other) equal++;
                else if (Column.Grid.IsGrid && Math.Abs(point - other) <= Neighbourhood) close++;
            }
            return (both, equal, close);
        }
    }

    /// <summary>How many rows have a value, of those that are not common.</summary>
    private sealed class Commonness(NumberColumn column)
    {
        public Dictionary<double, int> Counts { get; } =
            All(column).Where(pair => !IsCommon(column, pair.Value)).ToDictionary();

        public static IEnumerable<double> CommonOf(NumberColumn column) =>
            All(column).Where(pair => IsCommon(column, pair.Value)).Select(pair => pair.Key);

        public int CountOf(double point) => Counts.GetValueOrDefault(point);

        private static IEnumerable<KeyValuePair<double, int>> All(NumberColumn column) =>
            column.Points.Where(point => !double.IsNaN(point)).CountBy(point => point);

        private static bool IsCommon(NumberColumn column, int count) => count > Math.Max(1, CommonShare * column.RowCount);
    }
}
