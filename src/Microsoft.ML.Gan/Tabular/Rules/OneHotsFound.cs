using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Rules;

/// <summary>Finds columns of 0 and 1 of which exactly one is 1 in each row; of two columns one follows from the other, which is found so.</summary>
internal static class OneHotsFound
{
    private const int LeastColumns = 3;
    private const double Evidence = 20;                               // the pairs of ones that chance would put into one row, at least

    public static IEnumerable<TabularRule> In(Table table)
    {
        var open = table.Columns.OfType<CategoryColumn>().Where(IsOfBits).Select(column => (column.Name, Ones: OnesOf(column))).ToList();
        while (open.Count >= LeastColumns)
        {
            var group = new List<(string Name, HashSet<int> Ones)> { open[0] };
            foreach (var column in open.Skip(1))
                if (group.TrueForAll(other => !other.Ones.Overlaps(column.Ones))) group.Add(column);
            var count = group.Sum(column => column.Ones.Count);
            var together = group.Sum(column => (double)column.Ones.Count * (count - column.Ones.Count)) / 2 / table.RowCount;
            if (group.Count >= LeastColumns && count == table.RowCount && together > Evidence)
            {
                yield return TabularRules.OneHot([.. group.Select(column => column.Name)]);
                open.RemoveAll(group.Contains);
            }
            else open.RemoveAt(0);
        }
    }

    private static bool IsOfBits(CategoryColumn column) => !column.HasMissing && column.Categories.Count == 2
        && column.Categories.Any(IsOne) && column.Categories.Any(category => category.Text is "0" or "False" or "false");

    private static bool IsOne(Category category) => category.Text is "1" or "True" or "true";

    private static HashSet<int> OnesOf(CategoryColumn column) =>
        [.. Enumerable.Range(0, column.RowCount).Where(row => IsOne(column.Categories[column.Codes[row]]))];
}
