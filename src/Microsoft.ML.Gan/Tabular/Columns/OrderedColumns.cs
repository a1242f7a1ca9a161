using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Finds the columns of numbers of which one is never greater than the other: the least and the greatest temperature of a day.</summary>
internal static class OrderedColumns
{
    private const int LeastRows = 200;
    private const double Evidence = 20;                               // the rows that chance would have the wrong way round, at least
    private const int ScreenedRows = 50;

    /// <summary>The pairs, without those that follow from two others; lesser ones first.</summary>
    /// <param name="columns">Columns of numbers.</param>
    public static IReadOnlyList<(NumberColumn Lesser, NumberColumn Greater)> Find(IReadOnlyList<NumberColumn> columns)
    {
        var values = columns.ToDictionary(column => column, Values);
        var sorted = columns.ToDictionary(column => column, column => values[column].Where(value => !double.IsNaN(value)).Order().ToArray());
        var greater = columns.ToDictionary(column => column, column => columns.Where(other => IsNeverGreater(column, other)).ToHashSet());
        return [
            .. columns.OrderByDescending(column => greater[column].Count)
                .SelectMany(column => greater[column].Where(other => !greater[column].Any(middle => greater[middle].Contains(other)))
                    .OrderByDescending(other => greater[other].Count).Select(other => (column, other)))];

        bool IsNeverGreater(NumberColumn lesser, NumberColumn other)
        {
            if (lesser == other || lesser.Kind != other.Kind) return false;
            var (low, high) = (values[lesser], values[other]);
            var step = Math.Max(1, low.Length / ScreenedRows);
            for (var row = 0; row < low.Length; row += step)
                if (low[row] > high[row]) return false;
            var (rows, less) = (0, 0);
            for (var row = 0; row < low.Length; row++)
            {
                if (low[row] > high[row]) return false;
                if (low[row] < high[row]) less++;
                if (low[row] <= high[row]) rows++;
            }
            return rows >= LeastRows && less > 0 && rows * ChanceOfGreater(sorted[lesser], sorted[other]) > Evidence;
        }
    }

    /// <summary>The values as numbers that can be compared across columns.</summary>
    private static double[] Values(NumberColumn column)
    {
        var (slope, offset) = ValueGrid.None.From(column.Grid);
        return [.. column.Points.Select(point => slope * point + offset)];
    }

    /// <summary>The probability that a value of one column is greater than one of another, drawn by itself.</summary>
    private static double ChanceOfGreater(double[] low, double[] high)
    {
        var (sum, below) = (0.0, 0);
        foreach (var value in low)
        {
            while (below < high.Length && high[below] < value) below++;
            sum += below;
        }
        return sum / low.Length / high.Length;
    }
}
