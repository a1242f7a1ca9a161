using System.Buffers;

namespace Gan.Tool.Data.Csv;

/// <summary>Cells of a CSV file as its dialect writes them.</summary>
internal sealed class CsvText(CsvDialect dialect)
{
    private const string FormulaStarts = "=+-@\t\r";

    private readonly SearchValues<char> _special = SearchValues.Create([dialect.Separator, dialect.Quote, '\r', '\n']);

    /// <value>Cells parted by commas (RFC 4180).</value>
    public static CsvText Plain { get; } = new(new CsvDialect());

    public string Quoted(string text) => text.AsSpan().IndexOfAny(_special) < 0
        ? text
        : $"{dialect.Quote}{text.Replace($"{dialect.Quote}", $"{dialect.Quote}{dialect.Quote}", StringComparison.Ordinal)}{dialect.Quote}";

    public string Line(IEnumerable<string> cells)
    {
        var line = string.Join(dialect.Separator, cells.Select(Quoted));
        return line.Length == 0 ? $"{dialect.Quote}{dialect.Quote}" : line;                      // the one cell of a row, missing: not an empty line
    }

    /// <summary>A text that no spreadsheet takes for a formula: with an apostrophe before it where it may be one.</summary>
    public static string WithoutFormula(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]) ? $"'{text}" : text;
}
