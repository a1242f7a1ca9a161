using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Rules;

/// <summary>Rules that hold of all rows of a table, that chance does not explain, and that made rows could break.</summary>
/// <remarks>Ranges, orders, grids of whole numbers, and what follows from one column are kept unasked: there is nothing to suggest.</remarks>
internal static class RuleSuggestions
{
    private static readonly Func<Table, IEnumerable<TabularRule>>[] Finders = [SumsFound.In, OneHotsFound.In, CombinationsFound.In, StepsFound.In];

    /// <summary>The rules.</summary>
    /// <param name="table">The table.</param>
    /// <param name="asked">The rules that are kept already.</param>
    public static IReadOnlyList<TabularRule> Of(Table table, IReadOnlyList<TabularRule> asked) =>
        [.. Finders.SelectMany(find => find(table)).Where(
            found => !asked.Any(rule => rule.GetType() == found.GetType() && found.ColumnNames.All(rule.ColumnNames.Contains)))];
}
