using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Rules;

/// <summary>Finds columns of numbers that are the sum of two others, or of some that stand side by side.</summary>
internal static class SumsFound
{
    private const int MostColumns = 40, MostParts = 8, LeastRows = 50, LeastValues = 20, ScreenedRows = 40;
    private const double SingleError = 5e-7, DoubleError = 1e-12;     // of the size of what is added

    public static IEnumerable<TabularRule> In(Table table)
    {
        Numbers[] columns = [.. table.Columns.Where(column => !column.IsEmpty && column.Schema.Value.Quantity == Quantity.Number)
            .Take(MostColumns).Select(column => new Numbers(column)).Where(numbers => numbers.AreThere)];
        foreach (var total in columns.Where(numbers => numbers.Vary))
        {
            Numbers[] others = [.. columns.Where(column => column != total)];
            if (Candidates(others).FirstOrDefault(parts => IsSum(total, parts)) is { } found)
                yield return TabularRules.Sum(total.Column.Name, [.. found.Select(part => part.Column.Name)]);
        }
    }

    private static IEnumerable<Numbers[]> Candidates(Numbers[] columns)
    {
        for (var first = 0; first < columns.Length; first++)
        {
            for (var second = first + 1; second < columns.Length; second++) yield return [columns[first], columns[second]];
            for (var count = 3; count <= Math.Min(MostParts, columns.Length - first); count++) yield return columns[first..(first + count)];
        }
    }

    private static bool IsSum(Numbers total, Numbers[] parts)
    {
        var error = parts.Append(total).Any(numbers => numbers.Column.Schema.Value is RealValue { IsSingle: true }) ? SingleError : DoubleError;
        var rows = total.Values.Length;
        var step = Math.Max(1, rows / ScreenedRows);
        for (var row = 0; row < rows; row += step)
            if (!Holds(row)) return false;
        return Enumerable.Range(0, rows).All(Holds);

        bool Holds(int row)
        {
            var (own, sum) = (total.Values[row], 0.0);
            if (double.IsNaN(own)) return true;
            var size = Math.Abs(own);
            foreach (var part in parts)
            {
                if (double.IsNaN(part.Values[row])) continue;
                sum += part.Values[row];
                size += Math.Abs(part.Values[row]);
            }
            return Math.Abs(sum - own) <= error * size;
        }
    }

    private sealed class Numbers(TableColumn column)
    {
        public TableColumn Column => column;

        public double[] Values { get; } = column is NumberColumn number
            ? Array.ConvertAll(number.Points, number.NumberAt)
            : Array.ConvertAll(((CategoryColumn)column).Codes, code => ValueOf((CategoryColumn)column, code));

        /// <value>Whether there is enough of it that it is a part.</value>
        public bool AreThere => Values.Count(value => value is not (0 or double.NaN)) >= LeastRows;

        /// <value>Whether there is enough of it that it is no sum by chance.</value>
        public bool Vary => Values.Distinct().Take(LeastValues).Count() == LeastValues;

        private static double ValueOf(CategoryColumn column, int code)
        {
            if (code == CategoryColumn.Missing) return double.NaN;
            return column.Schema.Value is WholeValue whole ? whole.ToNumber(column.Categories[code].Whole) : column.Categories[code].Real;
        }
    }
}
