using System.Globalization;
using Microsoft.Data.Analysis;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>A CSV table as numbers: of texts the place of the text, of numbers themselves; and the ranks of numbers among training rows.</summary>
internal sealed class GapTable
{
    private readonly Dictionary<string, int>[] _codes;
    private readonly double[][] _sorted;

    /// <param name="training">Rows that tell what texts and ranks there are.</param>
    public GapTable(DataFrame training)
    {
        Names = [.. training.Columns.Select(column => column.Name)];
        IsText = [.. training.Columns.Select(column => column is StringDataFrameColumn)];
        _codes = [.. training.Columns.Select(column => column.Cast<object?>().Select(Text).Distinct(StringComparer.Ordinal)
            .Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal))];
        _sorted = [.. training.Columns.Select((column, index) => IsText[index] ? [] : column.Cast<object?>().Select(Number).Order().ToArray())];
        Training = Read(training);
        TrainingRanks = Ranks(Training);
    }

    public string[] Names { get; }

    public bool[] IsText { get; }

    /// <value>By row, a value for each column.</value>
    public double[][] Training { get; }

    /// <value>Likewise, with ranks for numbers.</value>
    public double[][] TrainingRanks { get; }

    /// <summary>The categories of a column of texts.</summary>
    public int CategoriesOf(int column) => _codes[column].Count;

    /// <summary>Rows as numbers; NaN where a number is missing, -1 where a text is none of the training rows'.</summary>
    public double[][] Read(DataFrame rows) => [.. rows.Rows.Select(row => Names.Select((name, column) => IsText[column]
        ? _codes[column].GetValueOrDefault(Text(row[name]), -1)
        : Number(row[name])).ToArray())];

    /// <summary>The same rows with ranks for numbers.</summary>
    public double[][] Ranks(double[][] rows) =>
        [.. rows.Select(row => row.Select((cell, column) => IsText[column] ? cell : RankOf(column, cell)).ToArray())];

    /// <summary>The share of the training rows that a number exceeds, an equal one for half.</summary>
    public double RankOf(int column, double number)
    {
        var sorted = _sorted[column];
        var (below, upTo) = (Bound(number, false), Bound(number, true));
        return (below + upTo) / 2.0 / sorted.Length;

        int Bound(double value, bool withEqual)
        {
            var (from, to) = (0, sorted.Length);
            while (from < to)
            {
                var middle = (from + to) / 2;
                if (sorted[middle] < value || (withEqual && sorted[middle] == value)) from = middle + 1;
                else to = middle;
            }
            return from;
        }
    }

    private static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";

    private static double Number(object? cell) => cell is null or string ? double.NaN : Convert.ToDouble(cell, CultureInfo.InvariantCulture);
}
