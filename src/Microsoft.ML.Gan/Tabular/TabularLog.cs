using System.Globalization;
using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tabular;

/// <summary>A table's encoding as a line of ML.NET's log.</summary>
internal static class TabularLog
{
    public static string Describe(TableEncoding encoding, string device)
    {
        var derived = encoding.Columns.OfType<DerivedEncoding>().Select(column => $"'{column.Column.Name}' from '{column.Source.Name}'").ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Training on {encoding.Table.RowCount:N0} rows of {encoding.Columns.Count} columns on {device}: {encoding.MadeChoices} choices among {encoding.MadeSlots} slots, {encoding.Numbers} numbers")
            + (derived.Count == 0 ? "." : $"; looked up: {string.Join(", ", derived)}.");
    }
}
