using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Puts a table's categories into the slots that another table's have, so that networks of that one can go on with this one.</summary>
internal static class KnownCategories
{
    /// <summary>The table with the categories of another's schema, in their order; one that occurs here no more has no row.</summary>
    /// <exception cref="ArgumentException">A category is new.</exception>
    public static Table Order(Table table, TableSchema known)
    {
        var categories = known.Columns.Where(form => form.CategoryTexts.Count > 0).ToDictionary(form => form.Name, CategoriesOf);
        return table with
        {
            Columns = [.. table.Columns.Select(column =>
                column is CategoryColumn own && categories.TryGetValue(column.Name, out var order) ? Order(own, order) : column)],
        };
    }

    /// <summary>Refuses a schema that networks of another can't go on with, by the columns that differ.</summary>
    /// <param name="option">The option that names the other fit.</param>
    /// <param name="known">The other's.</param>
    /// <param name="own">The schema.</param>
    /// <exception cref="ArgumentException">It is of another form.</exception>
    public static void RequireSameForm(string option, TableSchema known, TableSchema own)
    {
        if (Form(known).SequenceEqual(Form(own))) return;
        var forms = known.Columns.Select(Form).ToHashSet();
        var differing = own.Columns.Where(column => !forms.Contains(Form(column))).Select(column => $"'{column.Name}'");
        throw new ArgumentException(
            $"{option} must name a fit of a table of the same form, but these columns are other ones to the networks: " +
            $"{string.Join(", ", differing)}. Give them the roles that they had, or train anew.");
    }

    private static IEnumerable<(int Size, int? Presence)> Form(TableSchema schema) =>
    [
        .. schema.Choices.Select(choice => (choice.Size, choice.PresenceSlot)), (schema.MadeChoices, schema.ManyCategoriesCount),
        .. schema.Numbers.Select(number => (number.Index, number.Presence)),
    ];

    private static string Form(ColumnForm column) => $"{column.GetType().Name} {column.Name} {column.CategoryTexts.Count} {column.ValueChoice} " +
        $"{column.Presence} {(column as NumberForm)?.Numbers.Count}";

    private static IReadOnlyList<Category> CategoriesOf(ColumnForm form) =>
        form is CategoryForm own ? own.Categories : ((DerivedCategoryForm)form).Categories;

    private static CategoryColumn Order(CategoryColumn column, IReadOnlyList<Category> order)
    {
        var places = order.Index().ToDictionary(category => category.Item.Text, category => category.Index);
        if (column.Categories.FirstOrDefault(category => !places.ContainsKey(category.Text)) is { Text: { } text })
        {
            throw new ArgumentException(
                $"Column '{column.Name}' must have the categories of the fit that this one begins with, but '{text}' is new. " +
                "Leave its rows out, or train anew.");
        }
        var counts = column.Categories.ToDictionary(category => category.Text, category => category.Count);
        var codes = Array.ConvertAll(
            column.Codes, code => code == CategoryColumn.Missing ? CategoryColumn.Missing : places[column.Categories[code].Text]);
        return new(column.Schema, codes, [.. order.Select(category => category with { Count = counts.GetValueOrDefault(category.Text) })])
        {
            Rare = column.Rare,
            Whole = column.Whole,
        };
    }
}
