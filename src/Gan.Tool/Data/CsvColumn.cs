using System.Globalization;
using Microsoft.Data.Analysis;

namespace Gan.Tool.Data;

/// <summary>A column of a CSV file: each different text once, and which of them each row has.</summary>
internal sealed class CsvColumn
{
    private readonly List<string> _texts = [];
    private readonly List<int> _cells = [];
    private readonly Dictionary<string, int> _codes = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public CsvColumn(string name)
    {
        Name = name;
        _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string Name { get; }

    /// <value>How the texts are written, if they are dates.</value>
    public string? DateFormat => Values.Any() ? DateTexts.FormatOf(Values) : null;

    private IEnumerable<string> Values => _texts.Where(text => text.Length > 0);

    private bool HasMissing => _codes.ContainsKey("");

    public void Add(ReadOnlySpan<char> text)
    {
        if (!_lookup.TryGetValue(text, out var code))
        {
            code = _texts.Count;
            _texts.Add(text.ToString());
            _codes[_texts[^1]] = code;
        }
        _cells.Add(code);
    }

    /// <summary>The column with the type that its texts have.</summary>
    /// <param name="table">What messages call the table.</param>
    /// <param name="like">A column that this one is to be text, dates or numbers like; null to infer that.</param>
    public DataFrameColumn ToColumn(string table, DataFrameColumn? like)
    {
        var dateFormat = DateFormat;
        if (like is DateTimeDataFrameColumn && dateFormat is null && FirstUnlikeDates() is { } unlike)
            throw Unlike(table, "dates, all written alike", unlike);
        if (like is DateTimeDataFrameColumn || (like is null && dateFormat is not null)) return Dates(dateFormat);
        if (like is StringDataFrameColumn or BooleanDataFrameColumn || (like is null && !IsNumbers)) return IsBoolean ? Booleans() : Texts();
        return Values.FirstOrDefault(text => NumberOf(text) is null) is { } wrong ? throw Unlike(table, "numbers", wrong) : Numbers();
    }

    private bool IsNumbers => Values.Any() && Values.All(text => NumberOf(text) is not null && !IsCode(text));

    private bool IsBoolean => !HasMissing && Values.Any() && Values.All(text => text is "True" or "False");

    private DataFrameColumn Numbers()
    {
        var numbers = _texts.ConvertAll(text => NumberOf(text) ?? double.NaN);
        if (!HasMissing && numbers.TrueForAll(double.IsInteger))
        {
            if (numbers.TrueForAll(number => number is >= int.MinValue and <= int.MaxValue))
                return new Int32DataFrameColumn(Name, _cells.Select(code => (int)numbers[code]));
            if (Values.All(text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)))
                return new Int64DataFrameColumn(
                    Name, _cells.Select(code => long.Parse(_texts[code], NumberStyles.Integer, CultureInfo.InvariantCulture)));
        }
        return numbers.TrueForAll(IsWholeInSingle)
            ? new SingleDataFrameColumn(Name, _cells.Select(code => (float)numbers[code]))
            : new DoubleDataFrameColumn(Name, _cells.Select(code => numbers[code]));
    }

    private BooleanDataFrameColumn Booleans() => new(Name, _cells.Select(code => _texts[code] == "True"));

    /// <summary>The first text that is no date, or else not written as the first of all; null if there is no text.</summary>
    private string? FirstUnlikeDates() =>
        Values.FirstOrDefault(text => DateTexts.FormatOf([text]) is null)
            ?? Values.FirstOrDefault(text => DateTexts.FormatOf([Values.First(), text]) is null);

    /// <summary>The dates; null where missing, as all are where there is no format.</summary>
    private DateTimeDataFrameColumn Dates(string? format)
    {
        var dates = _texts.ConvertAll(text => format is null ? null : DateTexts.Parse(text, format));
        return new DateTimeDataFrameColumn(Name, _cells.Select(code => dates[code]));
    }

    private StringDataFrameColumn Texts() => new(Name, _cells.Select(code => _texts[code]));

    private InvalidDataException Unlike(string table, string what, string cell) =>
        new($"Column '{Name}' of '{table}' must be of {what} as in the real table, but has '{cell}'.");

    private static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Whether a text has leading zeros or a plus, which a number would lose.</summary>
    private static bool IsCode(string text) => text.TrimStart('-') is ['0', >= '0' and <= '9', ..] or ['+', ..];

    /// <summary>Whether a single-precision number is written with the same digits.</summary>
    private static bool IsWholeInSingle(double number) =>
        double.IsNaN(number) || double.Parse(((float)number).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) == number;
}
