using System.Globalization;
using Gan.Onnx;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Forms;
using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Gan.Tool.Data;

/// <summary>What is to hold of every synthetic row: column=value or column&gt;=value, several of them parted by commas.</summary>
/// <remarks>A value may have any spelling that its column's form can read: 1.0 for 1, true for True, 2024-02-29 for 29/02/2024.</remarks>
internal static class GivenCells
{
    private const int MostCategories = 20;                 // of numbers and dates; the library takes columns of more different ones for numbers

    /// <param name="wheres">The parts.</param>
    /// <param name="table">The table that is trained on.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="keeps">Whether a generator's file has a text that so many rows have.</param>
    /// <exception cref="ArgumentException">
    /// A part is no column=value, a column is given twice, is none of the table's or has no categories, or a value does not occur in it often enough.
    /// </exception>
    public static Dictionary<string, string> Parse(
        IEnumerable<string> wheres, DataFrame table, TableStyle style, Func<string, int, bool>? keeps = null) =>
        Pairs(wheres, ((IDataView)table).Schema, style)
            .ToDictionary(cell => cell.Key, cell => Known(table[cell.Key], cell.Value, keeps ?? ((_, rows) => rows > 0)));

    /// <summary>The same where a generator is at hand in place of its table: it says itself what it does not know.</summary>
    /// <exception cref="ArgumentException">A part is no column=value, a column is given twice, or is none of the generator's.</exception>
    public static Dictionary<string, string> Parse(IEnumerable<string> wheres, DataViewSchema schema, TableStyle style) =>
        Pairs(wheres, schema, style).ToDictionary();

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IEnumerable<string> wheres, DataViewSchema schema, TableStyle style) =>
        ColumnNames.Pairs("--where", wheres, [.. schema.Select(column => column.Name)], '<', '>')
            .Select(cell => KeyValuePair.Create(cell.Key, Given(cell.Value, style.Of(cell.Key) ?? PlainStyle.Of(schema[cell.Key]))));

    /// <summary>A value, a range, or several of them, as a generator is given it.</summary>
    public static string Given(string value, ColumnStyle? style)
    {
        if (style is null || value is "" or TabularGenerator.Present) return value;
        if (value == style.Missing) return "";
        if (!style.Form.CanRead(value) && style.Form is not TextForm && Ranges.Split(value) is { } parts)
            return parts.Joined(part => Given(part, style));
        return style.Form.ToGiven(style.Form.CanRead(value) && style.Before.Length + style.After.Length == 0 ? value : value.Trim());
    }

    private static string Known(DataFrameColumn column, string value, Func<string, int, bool> keeps)
    {
        var texts = column.Cast<object?>().CountBy(TextOf, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var hasCategories = column is StringDataFrameColumn or BooleanDataFrameColumn || texts.Keys.Count(text => text.Length > 0) <= MostCategories;
        var hasMissing = texts.ContainsKey("");
        if (!hasCategories && value.Length > 0 && Ranges.All(value, part => IsValue(column, part) || (part.Length == 0 && hasMissing))) return value;
        if (hasCategories && !texts.ContainsKey(value) && Ranges.Split(value) is { } parts)
            return parts.IsRange ? value : parts.Joined(part => Known(column, part, keeps));
        if (!hasCategories && !(hasMissing && value is "" or TabularGenerator.Present))
            throw new ArgumentException(
                $"--where must give '{column.Name}' a number or date, or a range as 30..40, >=65 or <2024-01-01" +
                $"{(hasMissing ? ", or say whether it is missing" : "")}, but was '{value}'.");
        var rows = texts.GetValueOrDefault(value);
        if (value == TabularGenerator.Present || (value.Length == 0 && hasMissing) || keeps(value, rows)) return value;
        throw new ArgumentException(rows == 0
            ? $"--where must give '{column.Name}' a value that occurs, but '{value}' does not."
            : $"--where must give '{column.Name}' a value that the generator's file has, but too few rows have '{value}': {rows}. " +
                "Lower --minimum-category-rows to keep it.");
    }

    private static bool IsValue(DataFrameColumn column, string text) => column is DateTimeDataFrameColumn
        ? DateTime.TryParse(text, CultureInfo.InvariantCulture, out _)
        : double.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static string TextOf(object? cell) => cell switch
    {
        null or float.NaN or double.NaN => "",
        float number => NumberColumn.GivenOf(double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        double number => NumberColumn.GivenOf(number),
        DateTime date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{cell}"),
    };
}
