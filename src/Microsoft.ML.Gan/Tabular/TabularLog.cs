using System.Globalization;
using Gan.Onnx;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>A table's schema as a line of ML.NET's log.</summary>
internal static class TabularLog
{
    private const int RowsToTell = 1_000;

    public static string Describe(EncodedRows rows, string device)
    {
        var schema = rows.Schema;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Training on {rows.Count:N0} rows of {schema.Columns.Count} columns on {device}: {schema.MadeChoices} choices among " +
            $"{schema.Layout.MadeSlots} slots, {schema.Layout.NumberCount} numbers")
            + List("looked up", Derived(schema, column => column is not AffineForm))
            + List("computed", Derived(schema, column => column is AffineForm))
            + List("rare categories", schema.Columns.Where(column => column.Rare.Count > 0).Select(Rare))
            + List("often equal", schema.Numbers.Where(number => number.Tie is not null).Select(
                number => $"'{number.Column}' and '{schema.Numbers[number.Tie!.Number].Column}'"))
            + List("in order", schema.Orders.Select(
                order => $"'{schema.Numbers[order.Lesser].Column}' up to '{schema.Numbers[order.Greater].Column}'"))
            + ".";
    }

    /// <summary>The rules that hold of all rows, and may be asked for.</summary>
    public static string Suggest(IReadOnlyList<TabularRule> rules) =>
        $"All training rows keep {(rules.Count == 1 ? "a rule" : "rules")} that made rows may break: {string.Join("; ", rules)}. " +
        $"Name {(rules.Count == 1 ? "it" : "them")} in {nameof(TabularGanTrainer.Options.Rules)} to keep {(rules.Count == 1 ? "it" : "them")}.";

    /// <summary>How often rows are drawn again for the rules that they are drawn again for.</summary>
    public static IEnumerable<string> Redrawn(TabularGenerator generator, int seed) => generator.KeptAtOnce(RowsToTell, seed).Select(
        rule => string.Create(
            CultureInfo.InvariantCulture,
            $"{rule.Share:P1} of {RowsToTell:N0} rows keep the rule '{rule.Rule}' as they are made; the others are drawn again."));

    private static string Rare(ColumnForm column) => string.Create(
        CultureInfo.InvariantCulture, $"{column.Rare.Count:N0} of '{column.Name}' in {column.Rare.Share:P2} of the rows");

    private static IEnumerable<string> Derived(TableSchema schema, Func<DerivedForm, bool> isMeant) =>
        schema.Columns.OfType<DerivedForm>().Where(isMeant).Select(column => $"'{column.Name}' from '{schema.Columns[column.Source].Name}'");

    private static string List(string what, IEnumerable<string> items) => items.Any() ? $"; {what}: {string.Join(", ", items)}" : "";
}
