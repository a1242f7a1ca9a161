using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Takes those categories out of a table that too few rows have, so that none of them comes into its file.</summary>
/// <remarks>
/// A row that has one gets another, drawn by the shares of those that stay, or one text for all of them. What is looked up by a category changes with
/// it. Example: of 1,000 rows 3 live in Springfield, Illinois. They get another town of Illinois, or, if none stays, any town and its state.
/// </remarks>
/// <param name="table">The table.</param>
/// <param name="leastRows">The fewest rows of a category that stays.</param>
/// <param name="rareText">The text for the others in columns of texts; null to draw there, too.</param>
/// <param name="uniform">A number from 0 to 1 for a column's index and a row.</param>
internal sealed class CommonCategories(Table table, int leastRows, string? rareText, Func<int, int, double> uniform)
{
    private readonly IReadOnlyDictionary<TableColumn, CategoryColumn> _sourceOf = FunctionalDependencies.Find(table, leastRows);

    /// <exception cref="ArgumentException">Columns have no category that enough rows share: all of them.</exception>
    public Table Keep()
    {
        var problems = table.Columns.Where(column => !HasTooFewCells(column)).OfType<CategoryColumn>()
            .Where(column => CommonCount(column) == 0).Select(NoneIsCommon).ToList();
        if (problems.Count > 0) throw new ArgumentException(string.Join(Environment.NewLine, problems));
        TableColumn[] columns = [.. table.Columns.Select(Keep)];
        foreach (var (target, source) in _sourceOf.Where(pair => !IsNamed(pair.Value)))
            columns[table.IndexOf(target)] = Follow(target, source, (CategoryColumn)columns[table.IndexOf(source)]);
        return table with { Columns = columns };
    }

    private TableColumn Keep(TableColumn column, int index) =>
        HasTooFewCells(column) ? Emptied(column) : column is CategoryColumn categories ? KeepCommon(categories, index) : column;

    /// <summary>Whether so few cells are there that none may come into the file.</summary>
    private bool HasTooFewCells(TableColumn column) => column.HasMissing && column.RowCount - column.MissingCount < leastRows;

    private int CommonCount(CategoryColumn column) => column.Categories.Count(category => category.Count >= leastRows);

    private bool IsRare(CategoryColumn column, int row) => column.Codes[row] >= CommonCount(column);

    /// <summary>Whether the rare categories get the text: that, too, must be one of enough rows.</summary>
    private bool IsNamed(CategoryColumn column) => rareText is not null && column.Schema.IsText
        && column.Categories.Skip(CommonCount(column)).Sum(category => category.Count) >= leastRows;

    private CategoryColumn KeepCommon(CategoryColumn column, int index)
    {
        var common = CommonCount(column);
        Category[] kept = [.. column.Categories.Take(common)];
        if (common == column.Categories.Count) return Recounted(column, column.Codes, kept);
        if (!IsNamed(column)) return Recounted(column, Drawn(column, common, index), kept);
        var named = Array.FindIndex(kept, category => category.Text == rareText);
        if (named < 0) (named, kept) = (common, [.. kept, new Category(rareText!, 0, 0, 0)]);
        return Recounted(column, Array.ConvertAll(column.Codes, code => code >= common ? named : code), kept);
    }

    /// <summary>
    /// The codes, with a rare one replaced by one that stays: of those that all looked-up columns agree with, if there are some, else of all.
    /// </summary>
    private int[] Drawn(CategoryColumn column, int common, int index)
    {
        TableColumn[] targets = [.. _sourceOf.Where(pair => pair.Value == column).Select(pair => pair.Key)];
        var first = FunctionalDependencies.FirstRows(column);
        var all = new CategoryDraw(column.Categories, [.. Enumerable.Range(0, common)]);
        var alike = Enumerable.Range(0, common).GroupBy(code => KeyOf(first[code]))
            .ToDictionary(group => group.Key, group => new CategoryDraw(column.Categories, [.. group]));
        return [.. column.Codes.Select((code, row) =>
            code < common ? code : alike.GetValueOrDefault(KeyOf(row), all).CodeAt(uniform(index, row)))];

        string KeyOf(int row) => string.Join('|', targets.Select(target => target is CategoryColumn categories
            ? categories.Codes[row]
            : ((NumberColumn)target).Points[row]));
    }

    /// <summary>A column that is looked up, with the cells of rows whose category was drawn as the category that they got has them.</summary>
    private TableColumn Follow(TableColumn target, CategoryColumn source, CategoryColumn kept)
    {
        int[] rowOf = [.. Enumerable.Range(0, table.RowCount)];                   // whose cell each row gets
        var firstOf = new int[kept.Categories.Count];
        foreach (var row in rowOf.Where(row => !IsRare(source, row)).Reverse()) firstOf[kept.Codes[row]] = row;
        foreach (var row in rowOf.Where(row => IsRare(source, row)).ToList()) rowOf[row] = firstOf[kept.Codes[row]];
        if (target is CategoryColumn categories)
            return Recounted(categories, Array.ConvertAll(rowOf, row => categories.Codes[row]), categories.Categories);
        var number = (NumberColumn)target;
        return new NumberColumn(number.Schema, number.Role, number.Grid, Array.ConvertAll(rowOf, row => number.Points[row]));
    }

    /// <summary>The column with other codes: categories that no row has are gone, and the commonest is the first again.</summary>
    private CategoryColumn Recounted(CategoryColumn column, int[] codes, IReadOnlyList<Category> categories)
    {
        var (before, after) = (new int[Math.Max(categories.Count, column.Categories.Count)], new int[categories.Count]);
        foreach (var code in column.Codes)
            if (code != CategoryColumn.Missing) before[code]++;
        foreach (var code in codes)
            if (code != CategoryColumn.Missing) after[code]++;
        var rowsOfOne = (double)column.WholeCounts.All / column.RowCount;         // 1, but for a sample of a table
        var counts = after.Select((count, code) => count == 0 ? 0 : Math.Max(1, Whole(code, count))).ToArray();
        int[] order = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).OrderByDescending(code => counts[code])];
        var codeOf = new int[counts.Length];
        foreach (var (place, code) in order.Index()) codeOf[code] = place;
        Category[] kept = Array.ConvertAll(order, code => categories[code] with { Count = counts[code] });
        return new CategoryColumn(
            WithNamesOf(kept, column.Schema), Array.ConvertAll(codes, code => code == CategoryColumn.Missing ? code : codeOf[code]), kept)
        {
            Rare = RareOf(column),
            Whole = column.Whole,
        };

        int Whole(int code, int count)
        {
            var own = categories[code].Count;                         // 0 for the text of rare categories
            return (int)Math.Min(Math.Round(own + (count - (own == 0 ? 0 : before[code])) * rowsOfOne), int.MaxValue);
        }
    }

    private RareCategories RareOf(CategoryColumn column)
    {
        var common = CommonCount(column);
        return new(column.Categories.Count - common, (double)column.Codes.Count(code => code >= common) / column.RowCount);
    }

    /// <summary>The column without a cell: what few rows have is not drawn among others where nothing is left to draw.</summary>
    private static TableColumn Emptied(TableColumn column)
    {
        var share = (double)(column.RowCount - column.MissingCount) / column.RowCount;
        return column is NumberColumn number
            ? new NumberColumn(number.Schema, number.Role, ValueGrid.None, [.. number.Points.Select(_ => double.NaN)])
            {
                Rare = new(number.Points.Where(point => !double.IsNaN(point)).Distinct().Count(), share),
            }
            : new CategoryColumn(WithNamesOf([], column.Schema), [.. Enumerable.Repeat(CategoryColumn.Missing, column.RowCount)], [])
            {
                Rare = new(((CategoryColumn)column).Categories.Count, share),
            };
    }

    /// <summary>The names behind keys come into the file as well: those of other keys are blank.</summary>
    private static ColumnSchema WithNamesOf(IReadOnlyList<Category> categories, ColumnSchema schema) =>
        schema with { Value = schema.Value.WithNamesOf(categories.Select(category => category.Whole).ToHashSet()) };

    private string NoneIsCommon(CategoryColumn column) =>
        $"Column '{column.Name}' must have a category that at least {leastRows} rows share, but none has more than {column.Categories[0].Count}. " +
        $"Set MinimumCategoryRows to at most {column.Categories[0].Count}, or leave the column out by naming the others in ColumnNames.";
}
