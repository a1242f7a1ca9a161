using System.Globalization;
using System.Text.RegularExpressions;
using Gan.Onnx;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Data;

/// <summary>What is to hold of every synthetic row: column=value, several of them parted by commas.</summary>
/// <remarks>A comma that is followed by no further column= belongs to the value.</remarks>
internal static partial class GivenCells
{
    private const int MostCategories = 20;                 // of numbers and dates; the library takes columns of more different ones for numbers

    /// <param name="wheres">The parts.</param>
    /// <param name="table">The table that is trained on.</param>
    /// <param name="dateFormats">For each column of dates, how they are written.</param>
    /// <exception cref="ArgumentException">
    /// A part is no column=value, a column is given twice, is none of the table's or has no categories, or a value does not occur in it.
    /// </exception>
    public static Dictionary<string, string> Parse(IEnumerable<string> wheres, DataFrame table, IReadOnlyDictionary<string, string> dateFormats)
    {
        return Parts(wheres).ToDictionary(cell => cell.Key, cell => Known(Column(cell.Key), cell.Value, dateFormats.GetValueOrDefault(cell.Key)));

        DataFrameColumn Column(string name) => table.Columns.FirstOrDefault(column => column.Name == name) ?? throw NoColumn(name, table);
    }

    /// <summary>The same where a generator is at hand in place of its table: it says itself what it does not know.</summary>
    /// <exception cref="ArgumentException">A part is no column=value, or a column is given twice.</exception>
    public static Dictionary<string, string> Parse(IEnumerable<string> wheres, DataViewSchema schema)
    {
        return Parts(wheres).ToDictionary(
            cell => cell.Key, cell => IsDate(cell.Key) ? AsIso(cell.Value, DateTexts.FormatOf([cell.Value])) : cell.Value);

        bool IsDate(string name) => schema.GetColumnOrNull(name)?.Type is DateTimeDataViewType;
    }

    private static Dictionary<string, string> Parts(IEnumerable<string> wheres)
    {
        var given = new Dictionary<string, string>();
        foreach (var part in wheres.SelectMany(where => BetweenPairs().Split(where)))
        {
            if (part.IndexOf('=') is not (> 0 and var equals)) throw new ArgumentException($"--where must be column=value, but was '{part}'.");
            if (!given.TryAdd(part[..equals], part[(equals + 1)..]))
                throw new ArgumentException($"--where must give a column once, but gives '{part[..equals]}' twice.");
        }
        return given;
    }

    /// <summary>A value as the generator has it.</summary>
    private static string Known(DataFrameColumn column, string value, string? dateFormat)
    {
        value = AsIso(value, dateFormat);
        var texts = column.Cast<object?>().Select(TextOf).ToHashSet(StringComparer.Ordinal);
        var hasCategories = column is StringDataFrameColumn or BooleanDataFrameColumn || texts.Count(text => text.Length > 0) <= MostCategories;
        var hasMissing = texts.Contains("");
        if (!hasCategories && !(hasMissing && value is "" or TabularGenerator.Present))
            throw new ArgumentException(
                $"--where must give columns of categories, or say whether a cell is missing, but '{column.Name}' has numbers or dates" +
                $"{(hasMissing ? "" : " and no missing cell")}.");
        return value == TabularGenerator.Present || texts.Contains(value)
            ? value
            : throw new ArgumentException($"--where must give '{column.Name}' a value that occurs, but '{value}' does not.");
    }

    private static string AsIso(string value, string? dateFormat) =>
        dateFormat is not null && DateTexts.Parse(value, dateFormat) is { } date ? TextOf(date) : value;

    private static string TextOf(object? cell) => cell switch
    {
        null or float.NaN or double.NaN => "",
        DateTime date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{cell}"),
    };

    private static ArgumentException NoColumn(string name, DataFrame table) =>
        new($"--where must name columns of the table, but '{name}' is none. " +
            $"The columns are: {string.Join(", ", table.Columns.Select(column => $"'{column.Name}'"))}.");

    [GeneratedRegex(",(?=[^,=]+=)")]
    private static partial Regex BetweenPairs();
}
