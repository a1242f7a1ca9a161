using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Finds the columns that are functions of another one: a code beside its name, a state beside its city.</summary>
internal static class FunctionalDependencies
{
    /// <summary>How improbable chance agreement must be, in nats: e⁻⁴⁰ for a given pair of columns.</summary>
    private const double Evidence = 40;

    private const int LeastRows = 20;                                 // of a category that tells something

    /// <summary>For each derived column the one that it is a function of; sources are not derived themselves.</summary>
    /// <param name="table">The table.</param>
    /// <param name="leastRows">Categories of fewer rows, and the rows that have them, say nothing.</param>
    public static IReadOnlyDictionary<TableColumn, CategoryColumn> Find(Table table, int leastRows = 1)
    {
        var sourceOf = new Dictionary<TableColumn, CategoryColumn>();
        CategoryColumn[] sources = [.. table.Columns.OfType<CategoryColumn>()
            .Where(column => !column.HasMissing && CommonCount(column) is > 1 and <= SharedSlots.MostSlots)];
        foreach (var target in table.Columns)
            if (table.JointOf(target) is { } joint) sourceOf.Add(target, joint);
        foreach (var target in table.Columns)
        {
            if (sourceOf.ContainsKey(target) || target.Schema.IsHidden || table.NeedsNumberOf(target)) continue;
            if (target.HasMissing || (target is CategoryColumn own && CommonCount(own) is < 2 or > SharedSlots.MostSlots)
                || sourceOf.ContainsValue((target as CategoryColumn)!)) continue;
            var source = sources.FirstOrDefault(source => source != target && !sourceOf.ContainsKey(source) && Decides(source, target, leastRows));
            if (source is not null) sourceOf.Add(target, source);
        }
        return sourceOf;

        int CommonCount(CategoryColumn column) => column.Categories.Count(category => category.Count >= leastRows);
    }

    /// <summary>For each category of a column, the first row that has it.</summary>
    public static int[] FirstRows(CategoryColumn column)
    {
        var rows = new int[column.Categories.Count];
        for (var row = column.RowCount - 1; row >= 0; row--)
            if (!column.IsMissing(row)) rows[column.Codes[row]] = row;
        return rows;
    }

    /// <summary>
    /// Whether a column tells at least half of what there is to tell of values: I(category; value) ≥ ½ H(value), less what as many pairs would tell
    /// by chance (Miller 1955).
    /// </summary>
    /// <param name="source">The column.</param>
    /// <param name="values">The value of each row; negative for none.</param>
    public static bool TellsMost(CategoryColumn source, int[] values)
    {
        int[] rows = [
            .. Enumerable.Range(0, values.Length).Where(
                row => values[row] >= 0 && !source.IsMissing(row) && source.Categories[source.Codes[row]].Count >= LeastRows)];
        if (2 * rows.Length < values.Length) return false;
        var (ofValues, ofCategories, ofPairs) = (
            Entropy(row => values[row]), Entropy(row => source.Codes[row]), Entropy(row => (source.Codes[row], values[row])));
        return ofValues + ofCategories - ofPairs >= ofValues / 2;

        double Entropy<T>(Func<int, T> valueOf) where T : notnull
        {
            var counts = rows.CountBy(valueOf).ToList();
            return counts.Sum(pair => -pair.Value * Math.Log((double)pair.Value / rows.Length)) / rows.Length
                + (counts.Count - 1) / (2.0 * rows.Length);
        }
    }

    private static bool Decides(CategoryColumn source, TableColumn target, int leastRows)
    {
        Func<int, int, bool> areEqual = target switch
        {
            CategoryColumn categories => (a, b) => categories.Codes[a] == categories.Codes[b],
            NumberColumn numbers => (a, b) => numbers.Points[a] == numbers.Points[b],
            _ => throw new InvalidOperationException($"Columns of {target.GetType()} have no values to compare."),
        };
        var first = FirstRows(source);
        var isCommon = source.Categories.Select(category => category.Count >= leastRows).ToArray();
        var (rows, commonCount) = (0, isCommon.Count(common => common));
        for (var row = 0; row < source.RowCount; row++)
        {
            if (!isCommon[source.Codes[row]]) continue;
            if (!areEqual(row, first[source.Codes[row]])) return false;
            rows++;
        }
        return (rows - commonCount) * -Math.Log(ChanceOfAgreement(target)) > Evidence;
    }

    /// <summary>The probability that two rows drawn by chance have the same value.</summary>
    private static double ChanceOfAgreement(TableColumn target)
    {
        var counts = target is CategoryColumn categories
            ? categories.Categories.Select(category => category.Count)
            : ((NumberColumn)target).Points.GroupBy(point => point).Select(group => group.Count());
        var rows = target is CategoryColumn ? target.WholeCounts.All : target.RowCount;
        return counts.Sum(count => Math.Pow((double)count / rows, 2));
    }
}
