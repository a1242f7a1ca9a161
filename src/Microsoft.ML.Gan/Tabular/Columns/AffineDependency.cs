using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A column of numbers that is an affine function of another, up to its own digits: degrees Fahrenheit beside degrees Celsius.</summary>
/// <param name="Column">The column.</param>
/// <param name="Source">The other one.</param>
/// <param name="Slope">Points of the column in a point of the other.</param>
/// <param name="Offset">The column's point at the other's point 0.</param>
internal sealed record AffineDependency(NumberColumn Column, NumberColumn Source, double Slope, double Offset)
{
    private const int LeastRows = 50;                                 // fewer could lie on a line by chance
    private const int LeastValues = 20;
    private const int ScreenedRows = 50;
    private const int MostDigits = 12;                                // of a slope that people chose
    private const double MostHalves = 0.1;                            // of the rows may lie between two points: either may be the rounded one
    private const double RoundedBy = 0.5 + 1e-5;                      // points, to a grid
    private const double SingleError = 1e-6, DoubleError = 1e-12;     // of numbers on no grid, by their size

    /// <summary>For each column that follows from another, how; no other follows itself.</summary>
    /// <param name="columns">Columns of numbers, in the table's order.</param>
    public static IReadOnlyDictionary<NumberColumn, AffineDependency> Find(IReadOnlyList<NumberColumn> columns)
    {
        var found = new Dictionary<NumberColumn, AffineDependency>();
        var sources = new HashSet<NumberColumn>();
        PresentRows[] all = [.. columns.Select(column => new PresentRows(column)).Where(present => present.Rows.Length >= LeastRows)];
        foreach (var (place, present) in all.Index())
        {
            if (sources.Contains(present.Column)) continue;
            var dependency = all.Index().Where(source => source.Index != place && !found.ContainsKey(source.Item.Column))
                .Select(source => Between(present, source.Item) is { } one && IsThatWay(one, source) ? one : null)
                .FirstOrDefault(one => one is not null);
            if (dependency is null) continue;
            found.Add(present.Column, dependency);
            sources.Add(dependency.Source);

            // not from the finer to the coarser of two that follow from each other: some degrees Fahrenheit are no tenth of a degree Celsius
            bool IsThatWay(AffineDependency one, (int Index, PresentRows Item) source) =>
                Math.Abs(one.Slope) > 1 || (Math.Abs(one.Slope) == 1 && source.Index < place) || Between(source.Item, present) is null;
        }
        return found;
    }

    /// <summary>How a column follows from another; null if it does not. Where the other is missing it must be, too.</summary>
    private static AffineDependency? Between(PresentRows present, PresentRows source)
    {
        var (rows, own, other) = (present.Rows, present.Column.Points, source.Column.Points);
        var (first, last) = double.IsNaN(own[source.Least] + own[source.Greatest])
            ? (rows.MinBy(row => other[row]), rows.MaxBy(row => other[row]))
            : (source.Least, source.Greatest);
        var slope = (own[last] - own[first]) / (other[last] - other[first]);
        if (slope == 0 || !double.IsFinite(slope)) return null;
        var half = present.HalfPoint;
        var screened = rows.Where((_, place) => place % Math.Max(1, rows.Length / ScreenedRows) == 0);
        if (!screened.All(IsNearLine) || !rows.All(IsNearLine)) return null;
        if (source.Column.HasMissing && source.Rows.Length != rows.Length) return null;
        if (rows.Select(row => other[row]).Distinct().Take(LeastValues).Count() < LeastValues) return null;
        var closest = LeastSquares(rows, own, other);
        for (var digits = 1; digits <= MostDigits; digits++)
            if (Rounded(closest, digits) is var exact && Offset(exact) is { } offset) return new(present.Column, source.Column, exact, offset);
        return null;

        // the slope of rows whose points are rounded is not exact; NaN, where the other is missing, is not near
        bool IsNearLine(int row) => Math.Abs(own[row] - own[first] - slope * (other[row] - other[first])) <= 4 * half;

        // one of few digits that is within half a point of all rows
        double? Offset(double slope)
        {
            var (least, greatest) = (double.NegativeInfinity, double.PositiveInfinity);
            foreach (var row in rows)
            {
                var rest = own[row] - slope * other[row];
                (least, greatest) = (Math.Max(least, rest - half), Math.Min(greatest, rest + half));
                if (least > greatest) return null;
            }
            var (middle, quarter) = (least + (greatest - least) / 2, (greatest - least) / 4);
            var found = Enumerable.Range(0, MostDigits).Select(decimals => Math.Round(middle, decimals))
                .Where(offset => Math.Abs(offset - middle) <= quarter).Append(middle).First();
            return rows.Count(row => IsHalf(own[row] - slope * other[row] - found)) <= MostHalves * rows.Length ? found : null;
        }

        bool IsHalf(double rest) => present.Column.Grid.IsGrid && Math.Abs(rest) > 1 - half;
    }

    private static double LeastSquares(int[] rows, double[] own, double[] other)
    {
        var (mean, meanOfOther) = (rows.Average(row => own[row]), rows.Average(row => other[row]));
        return rows.Sum(row => (own[row] - mean) * (other[row] - meanOfOther)) / rows.Sum(row => Math.Pow(other[row] - meanOfOther, 2));
    }

    private static double Rounded(double value, int digits)
    {
        var scale = Math.Pow(10, digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))));
        return Math.Round(value * scale) / scale;
    }

    /// <summary>The rows of a column that are there.</summary>
    private sealed class PresentRows
    {
        public PresentRows(NumberColumn column)
        {
            Column = column;
            Rows = [.. Enumerable.Range(0, column.RowCount).Where(row => !column.IsMissing(row))];
            if (Rows.Length == 0) return;
            (Least, Greatest) = (Rows.MinBy(row => column.Points[row]), Rows.MaxBy(row => column.Points[row]));
            var size = Math.Max(Math.Abs(column.Points[Least]), Math.Abs(column.Points[Greatest]));
            HalfPoint = column.Grid.IsGrid ? RoundedBy : size * (column.Schema.Value is RealValue { IsSingle: true } ? SingleError : DoubleError);
        }

        public NumberColumn Column { get; }

        public int[] Rows { get; }

        /// <value>The row of the least point.</value>
        public int Least { get; }

        /// <value>The row of the greatest.</value>
        public int Greatest { get; }

        /// <value>How far a point may be from what it follows from.</value>
        public double HalfPoint { get; }
    }
}
