using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Rules;

/// <summary>
/// Finds pairs of columns of categories of which most combinations never occur: chance would bring them in at least half of the rows.
/// </summary>
internal static class CombinationsFound
{
    private const int MostColumns = 40, LeastCategories = 3, LeastCells = 5;
    private const double LeastShare = 0.5, Evidence = 40;             // rows of unseen combinations, had the columns nothing to do with each other

    public static IEnumerable<TabularRule> In(Table table)
    {
        var sourceOf = FunctionalDependencies.Find(table);
        CategoryColumn[] columns = [.. table.Columns.OfType<CategoryColumn>().Where(column => !column.Schema.IsHidden && !column.HasMissing
            && !sourceOf.ContainsKey(column) && column.Categories.Count is >= LeastCategories and <= SharedSlots.MostSlots).Take(MostColumns)];
        foreach (var (place, first) in columns.Index())
            foreach (var second in columns.Skip(place + 1))
                if (GoTogether(first, second)) yield return TabularRules.FixedCombinations(first.Name, second.Name);
    }

    private static bool GoTogether(CategoryColumn first, CategoryColumn second)
    {
        var seen = first.Codes.Zip(second.Codes).CountBy(pair => pair).ToDictionary();
        if (seen.Count > SharedSlots.MostSlots || seen.Values.Count(count => count >= LeastCells) < seen.Count) return false;
        double rows = first.WholeCounts.All;
        var share = 1 - seen.Keys.Sum(pair => first.Categories[pair.First].Count / rows * (second.Categories[pair.Second].Count / rows));
        return share >= LeastShare && share * first.RowCount > Evidence;
    }
}
