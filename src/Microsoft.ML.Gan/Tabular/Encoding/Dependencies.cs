using Microsoft.ML.Gan.Tabular.Reading;

namespace Microsoft.ML.Gan.Tabular.Encoding;

/// <summary>Finds the columns that are functions of another one: a code beside its name, a state beside its city.</summary>
internal static class Dependencies
{
    /// <summary>How improbable chance agreement must be, in nats: e⁻⁴⁰ for a given pair of columns.</summary>
    private const double Evidence = 40;

    /// <summary>For each derived column the one that it is a function of; sources are not derived themselves.</summary>
    public static IReadOnlyDictionary<TableColumn, CategoryColumn> Find(Table table)
    {
        var sourceOf = new Dictionary<TableColumn, CategoryColumn>();
        CategoryColumn[] sources = [.. table.Columns.OfType<CategoryColumn>()
            .Where(column => !column.HasMissing && column.Categories.Count is > 1 and <= SlotTable.MostSlots)];
        foreach (var target in table.Columns)
        {
            if (target.HasMissing || target is CategoryColumn { Categories.Count: 1 or > SlotTable.MostSlots } || sourceOf.ContainsValue((target as CategoryColumn)!)) continue;
            var source = sources.FirstOrDefault(source => source != target && !sourceOf.ContainsKey(source) && Decides(source, target));
            if (source is not null) sourceOf.Add(target, source);
        }
        return sourceOf;
    }

    /// <summary>For each category of a column, the first row that has it.</summary>
    public static int[] FirstRows(CategoryColumn column)
    {
        var rows = new int[column.Categories.Count];
        for (var row = column.RowCount - 1; row >= 0; row--) rows[column.Codes[row]] = row;
        return rows;
    }

    private static bool Decides(CategoryColumn source, TableColumn target)
    {
        Func<int, int, bool> areEqual = target switch
        {
            CategoryColumn categories => (a, b) => categories.Codes[a] == categories.Codes[b],
            NumberColumn numbers => (a, b) => numbers.Steps[a] == numbers.Steps[b],
            _ => throw new InvalidOperationException($"Columns of {target.GetType()} have no values to compare."),
        };
        var first = FirstRows(source);
        for (var row = 0; row < source.RowCount; row++)
            if (!areEqual(row, first[source.Codes[row]])) return false;
        return (source.RowCount - first.Length) * -Math.Log(ChanceOfAgreement(target)) > Evidence;
    }

    /// <summary>The probability that two rows drawn by chance have the same value.</summary>
    private static double ChanceOfAgreement(TableColumn target)
    {
        var counts = target is CategoryColumn categories
            ? categories.Categories.Select(category => category.Count)
            : ((NumberColumn)target).Steps.GroupBy(step => step).Select(group => group.Count());
        return counts.Sum(count => Math.Pow((double)count / target.RowCount, 2));
    }
}
