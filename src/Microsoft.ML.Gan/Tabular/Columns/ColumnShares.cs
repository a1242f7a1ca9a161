using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>How a column's cells are spread over the training rows, as far as a file tells it.</summary>
/// <remarks>
/// Nothing tells of fewer than five rows. A category of fewer, and a few missing cells, count as five; a bin of fewer counts as none. The shares are
/// those of the counts so changed, rounded to three digits: one rare row more or less changes none of them.
/// </remarks>
/// <param name="Missing">The share of missing cells.</param>
/// <param name="Categories">The share of each category; empty for numbers.</param>
/// <param name="Histogram">Where the numbers lie; null for categories, and for too few numbers.</param>
internal sealed record ColumnShares(double Missing, IReadOnlyList<double> Categories, TabularHistogram? Histogram)
{
    private const int Bins = 20;

    public static ColumnShares Of(TableColumn column)
    {
        var missing = column.HasMissing ? AtLeastFive(column.WholeCounts.Missing) : 0;
        return column is CategoryColumn categories ? OfCategories(categories, missing) : OfNumbers((NumberColumn)column, missing);
    }

    private static ColumnShares OfCategories(CategoryColumn column, long missing)
    {
        long[] counts = [.. column.Categories.Select(category => AtLeastFive(category.Count))];
        var all = missing + counts.Sum(count => (double)count);
        return new(ToldShare.Of(missing / all), Array.ConvertAll(counts, count => ToldShare.Of(count / all)), null);
    }

    private static ColumnShares OfNumbers(NumberColumn column, long missing)
    {
        double[] sorted = [.. column.Points.Where(double.IsFinite).Order()];
        if (sorted.Length < QuantileKnots.LeastRows) return new(missing > 0 ? 1 : 0, [], null);
        var (least, greatest) = QuantileKnots.Of(sorted).Range;
        var counts = new int[Bins];
        foreach (var point in sorted)
            counts[greatest > least ? (int)Math.Clamp((point - least) / (greatest - least) * Bins, 0, Bins - 1) : 0]++;
        var rowsOfOne = (double)column.WholeCounts.All / column.RowCount;         // 1, but for a sample of a table
        var rows = Array.ConvertAll(counts, count => count < QuantileKnots.LeastRows ? 0 : count * rowsOfOne);
        var all = missing + rows.Sum();
        if (all == missing) return new(missing > 0 ? 1 : 0, [], null);
        return new(
            ToldShare.Of(missing / all), [],
            new(column.NumberAt(least), column.NumberAt(greatest), Array.ConvertAll(rows, count => ToldShare.Of(count / all))));
    }

    private static long AtLeastFive(long count) => Math.Max(count, QuantileKnots.LeastRows);
}
