using System.Globalization;
using System.Text.RegularExpressions;
using Gan.Onnx;
using Microsoft.Data.Analysis;

namespace Gan.Samples.Data;

/// <summary>What is to hold of every synthetic row: column=value, several of them parted by commas.</summary>
/// <remarks>A comma that is followed by no further column= belongs to the value.</remarks>
internal static partial class GivenCells
{
    private const int MostCategories = 20;                            // of numbers and dates; the library takes columns of more different ones for numbers

    /// <param name="wheres">The parts.</param>
    /// <param name="table">The table that is trained on.</param>
    /// <param name="dateFormats">For each column of dates, how they are written.</param>
    /// <exception cref="ArgumentException">A part is no column=value, a column is given twice, is none of the table's or has no categories, or a value does not occur in it.</exception>
    public static Dictionary<string, string> Parse(IEnumerable<string> wheres, DataFrame table, IReadOnlyDictionary<string, string> dateFormats)
    {
        var given = new Dictionary<string, string>();
        foreach (var part in wheres.SelectMany(where => BetweenPairs().Split(where)))
        {
            if (part.IndexOf('=') is not (> 0 and var equals)) throw new ArgumentException($"--where must be column=value, but was '{part}'.");
            var (name, value) = (part[..equals], part[(equals + 1)..]);
            var column = table.Columns.FirstOrDefault(column => column.Name == name) ?? throw NoColumn(name, table);
            value = Known(column, value, dateFormats.GetValueOrDefault(name));
            if (!given.TryAdd(name, value)) throw new ArgumentException($"--where must give a column once, but gives '{name}' twice.");
        }
        return given;
    }

    /// <summary>A value as the generator has it.</summary>
    private static string Known(DataFrameColumn column, string value, string? dateFormat)
    {
        if (dateFormat is not null && DateTexts.Parse(value, dateFormat) is { } date) value = date.ToString("O", CultureInfo.InvariantCulture);
        var texts = column.Cast<object?>().Select(TextOf).ToHashSet(StringComparer.Ordinal);
        var hasCategories = column is StringDataFrameColumn or BooleanDataFrameColumn || texts.Count(text => text.Length > 0) <= MostCategories;
        var hasMissing = texts.Contains("");
        if (!hasCategories && !(hasMissing && value is "" or TabularGenerator.Present))
            throw new ArgumentException($"--where must give columns of categories, or say whether a cell is missing, but '{column.Name}' has numbers or dates{(hasMissing ? "" : " and no missing cell")}.");
        return value == TabularGenerator.Present || texts.Contains(value)
            ? value
            : throw new ArgumentException($"--where must give '{column.Name}' a value that occurs, but '{value}' does not.");
    }

    private static string TextOf(object? cell) => cell switch
    {
        null or float.NaN or double.NaN => "",
        DateTime date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{cell}"),
    };

    private static ArgumentException NoColumn(string name, DataFrame table) =>
        new($"--where must name columns of the table, but '{name}' is none. The columns are: {string.Join(", ", table.Columns.Select(column => $"'{column.Name}'"))}.");

    [GeneratedRegex(",(?=[^,=]+=)")]
    private static partial Regex BetweenPairs();
}
