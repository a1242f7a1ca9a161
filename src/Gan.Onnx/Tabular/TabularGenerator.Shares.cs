using Microsoft.ML;

namespace Gan.Onnx;

public sealed partial class TabularGenerator
{
    /// <summary>Makes rows that have the categories of some columns in asked shares: as many high incomes as low ones.</summary>
    /// <param name="count">The number of rows. Range: >= 0.</param>
    /// <param name="shares">
    /// By column, the shares of categories, "" for missing cells. What they lack of 1 goes to the column's other categories, by their shares of the
    /// training table. Shares of several columns are met at once, each column's by itself.
    /// </param>
    /// <param name="seed">Row i is a function of the seed, of <paramref name="shares"/> and of i alone.</param>
    /// <returns>The columns of <see cref="Schema"/>, computed as the rows are read.</returns>
    /// <remarks>
    /// The categories are not drawn but spread evenly: of the first n rows, and of any n in a row, a category has its share but for a few rows.
    /// The other columns follow them, as they follow a condition.
    /// </remarks>
    /// <exception cref="ArgumentException">A column or a category can't be given, or shares are none. The message lists all faults.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public IDataView Sample(int count, IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> shares, int seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(shares);
        if (shares.Count == 0) return Sample(count, seed);
        var asked = new AskedShares(_conditions, _manifest.Columns).Of(shares);
        var sequences = asked.Index()
            .Select(column => (column.Item.Place, new ShareSequence(column.Item.Shares, seed, column.Index, asked.Count))).ToList();
        var rows = new ShareConditions(count, Source(seed), sequences, _conditions.Nothing);
        return Outputs(rows, RowScorer, seed, null, rows);
    }
}
