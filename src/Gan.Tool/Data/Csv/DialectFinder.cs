namespace Gan.Tool.Data.Csv;

/// <summary>Finds how a CSV file parts its cells: the way in which most rows have as many cells as the header.</summary>
/// <remarks>No row is skipped for it, whatever it looks like.</remarks>
internal static class DialectFinder
{
    private const int MostRecords = 1_000;
    private const double FewestAlike = 0.5;

    private static readonly char[] Separators = [',', ';', '\t', '|'];
    private static readonly char[] Quotes = ['"', '\''];

    /// <summary>Completes what is known of a file by its beginning.</summary>
    /// <param name="start">The file's first characters.</param>
    /// <param name="separator">The separator, if it is known.</param>
    /// <param name="quote">The quote, if it is known.</param>
    public static CsvDialect Find(string start, char? separator = null, char? quote = null)
    {
        var end = start.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var found ? found : start.Length;
        var told = SeparatorOf(start.AsSpan(0, end));
        var table = told is null ? start : start[end..].TrimStart('\r', '\n');
        var candidates =
            from q in quote is { } knownQuote ? [knownQuote] : Quotes
            from s in (separator ?? told) is { } known ? [known] : Separators
            let counts = Records(table, s, q)
            where counts.Count > 0 && counts[0] > 1
            let share = counts.Count(count => count == counts[0]) / (double)counts.Count
            select (Separator: s, Quote: q, Share: share, Cells: counts[0], Rows: counts.Count);
        var best = candidates.Where(one => one.Rows == 1 || one.Share > FewestAlike)
            .OrderByDescending(one => one.Share).ThenByDescending(one => one.Cells).FirstOrDefault();
        return new CsvDialect
        {
            Separator = separator ?? told ?? (best.Cells > 0 ? best.Separator : ','),
            Quote = quote ?? (best.Cells > 0 ? best.Quote : '"'),
            NewLine = start.AsSpan(end) switch { ['\r', '\n', ..] => "\r\n", ['\r', ..] => "\r", _ => "\n" },
            HasSeparatorLine = told is not null,
        };
    }

    /// <summary>The separator of a line such as sep=; and null for other lines.</summary>
    public static char? SeparatorOf(ReadOnlySpan<char> line) =>
        line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length == "sep=".Length + 1 ? line[^1] : null;

    /// <summary>How many cells each of the first records has; a record that the text does not end in is left out if there are others.</summary>
    private static List<int> Records(string text, char separator, char quote)
    {
        var counts = new List<int>();
        var (cells, isQuoted, isStart, recordStart) = (1, false, true, 0);
        for (var place = 0; place < text.Length && counts.Count < MostRecords; place++)
        {
            var c = text[place];
            if (isQuoted)
            {
                if (c == quote) isQuoted = false;                     // a doubled quote opens it again
                continue;
            }
            if (c == quote && (isStart || text[place - 1] == quote)) isQuoted = true;
            isStart = c == separator || c is '\r' or '\n';
            if (c == separator) cells++;
            if (c is not ('\r' or '\n')) continue;
            if (place > recordStart) counts.Add(cells);
            (cells, recordStart) = (1, place + 1);
        }
        if (counts.Count == 0 && text.Length > recordStart) counts.Add(cells);
        return counts;
    }
}
