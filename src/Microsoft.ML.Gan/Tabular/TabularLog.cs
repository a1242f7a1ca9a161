using System.Globalization;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>A table's schema as a line of ML.NET's log.</summary>
internal static class TabularLog
{
    public static string Describe(EncodedRows rows, string device)
    {
        var schema = rows.Schema;
        var derived = schema.Columns.OfType<DerivedForm>().Select(column => $"'{column.Name}' from '{schema.Columns[column.Source].Name}'").ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Training on {rows.Count:N0} rows of {schema.Columns.Count} columns on {device}: {schema.MadeChoices} choices among " +
            $"{schema.Layout.MadeSlots} slots, {schema.Layout.NumberCount} numbers")
            + (derived.Count == 0 ? "." : $"; looked up: {string.Join(", ", derived)}.");
    }
}
