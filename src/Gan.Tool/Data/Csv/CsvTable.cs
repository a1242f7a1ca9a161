using System.Text;
using Microsoft.Data.Analysis;
using Sylvan.Data.Csv;

namespace Gan.Tool.Data.Csv;

/// <summary>A table read from a CSV file with a header, which finds how the file and its columns are written.</summary>
/// <remarks>
/// Every row is read, or it is an error. Whole numbers are of Int32, or Int64 where they are larger, and of Single or Double where some are
/// missing, so that these can be NaN; other numbers of Single, or Double where that keeps more digits; durations are numbers of their last unit;
/// dates are of DateTime; truth values Boolean. All else is text.
/// </remarks>
/// <param name="Name">What messages call it.</param>
/// <param name="Data">The table.</param>
/// <param name="Style">How it is written.</param>
/// <param name="Doubts">Words on columns that may be more than texts.</param>
internal sealed record CsvTable(string Name, DataFrame Data, TableStyle Style, IReadOnlyList<string> Doubts)
{
    private const char NoCharacter = '\uFFFF';                        // no file has comments: a row may begin with #

    /// <value>What it was read from, where types are known; null for CSV.</value>
    public string? Origin { get; init; }

    /// <value>How the file is written, in a line.</value>
    public string Description => $"{Name}: {Origin ?? Style.Dialect.Description}.";

    /// <summary>Reads a table of a place where types are known.</summary>
    /// <exception cref="IOException">The place can't be reached.</exception>
    /// <exception cref="InvalidDataException">There is no such table, or a column can't be learnt.</exception>
    public static CsvTable Read(ITableSource source, CsvOptions? options = null, CsvTable? like = null)
    {
        options ??= new CsvOptions();
        var stored = source.Read(names => Choose(names, options, like));
        var table = Styled(stored.Name, new CsvDialect(), stored.Columns, options, like);
        var types = stored.Columns.Zip(stored.Stored).ToDictionary(pair => pair.First.Name, pair => pair.Second);
        return table with
        {
            Style = table.Style with { Columns = [.. table.Style.Columns.Select(column => column with { Stored = types[column.Name] })] },
            Origin = stored.Origin,
        };
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">
    /// It is no CSV, a row has more or fewer cells than the header, or a column is not of numbers or dates that is to be.
    /// </exception>
    public static CsvTable Read(CsvSource source, CsvOptions? options = null, CsvTable? like = null)
    {
        options ??= new CsvOptions();
        try
        {
            var mark = source.EncodingOfMark();
            var encoding = options.Encoding ?? mark ?? FileEncoding.Default;
            var dialect = DialectFinder.Find(source.Start(encoding), options.Separator, options.Quote);
            dialect = dialect with { Encoding = encoding, HasByteOrderMark = mark is not null };
            var columns = Columns(source, dialect);
            var chosen = Choose([.. columns.Select(column => column.Name)], options, like);
            return Styled(source.Name, dialect, [.. chosen.Select(one => columns.First(column => column.Name == one))], options, like);
        }
        catch (CsvMissingHeadersException)
        {
            throw new InvalidDataException($"'{source.Name}' must have a header with the columns' names, but is empty.");
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException(
                $"'{source.Name}' must be {options.Encoding ?? "UTF-8"}, but is not. " +
                "Save it as UTF-8, or give its --encoding, such as windows-1252.");
        }
        catch (CsvFormatException fault)
        {
            throw new InvalidDataException($"'{source.Name}' must be CSV as in RFC 4180, but is not: {fault.Message}");
        }
    }

    /// <summary>The columns that are read, of all names.</summary>
    public static IReadOnlyList<string> Choose(IReadOnlyList<string> names, CsvOptions options, CsvTable? like)
    {
        var areChosen = options.Columns.Count + options.Ignored.Count > 0;
        return like is null
            ? ColumnNames.Choose(options.Columns, options.Ignored, names)
            : [.. names.Where(one => !areChosen || like.Style.Of(one) is not null)];
    }

    private static CsvTable Styled(string name, CsvDialect dialect, IReadOnlyList<CsvColumn> columns, CsvOptions options, CsvTable? like)
    {
        string[] names = [.. columns.Select(column => column.Name)];
        var finder = new StyleFinder(options, like is null ? ColumnNames.Pairs("--form", options.Forms, names) : new Dictionary<string, string>());
        var known = columns.Where(column => like?.Style.Of(column.Name) is not null).ToDictionary(
            column => column, column => finder.FindLike(column, like!.Style.Of(column.Name)!.Form, name));
        var (found, doubts) = finder.Find([.. columns.Where(column => !known.ContainsKey(column))]);
        var all = columns.Select(column => known.GetValueOrDefault(column) ?? found.First(one => one.Style.Name == column.Name)).ToList();
        IEnumerable<string> nameless = columns.Where(column => column.Header.Length == 0)
            .Select(column => $"A column has no name in the file; it is called '{column.Name}' here.");
        return new(name, new DataFrame(all.Select(one => one.Data)), new(dialect, [.. all.Select(one => one.Style)]), [.. nameless, .. doubts]);
    }

    private static CsvColumn[] Columns(CsvSource source, CsvDialect dialect)
    {
        using var text = source.Text(dialect.Encoding);
        if (dialect.HasSeparatorLine) text.ReadLine();
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions
        {
            Delimiter = dialect.Separator,
            Quote = dialect.Quote,
            Escape = dialect.Quote,
            MaxBufferSize = int.MaxValue,
            Comment = NoCharacter,
        });
        string[] headers = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetName)];
        var columns = headers.Zip(ColumnNames.OfHeaders(headers, source.Name), (header, name) => new CsvColumn(header, name)).ToArray();
        while (csv.Read()) ReadRow(csv, columns, source.Name);
        return columns;
    }

    private static void ReadRow(CsvDataReader csv, CsvColumn[] columns, string name)
    {
        var isEmptyLine = csv.RowFieldCount == 1 && csv.GetFieldSpan(0).IsEmpty;
        if (isEmptyLine && columns.Length > 1) return;
        if (csv.RowFieldCount != columns.Length)
            throw new InvalidDataException(
                $"Row {csv.RowNumber} of '{name}' must have {columns.Length} cells as the header has, but had {csv.RowFieldCount}.");
        for (var position = 0; position < columns.Length; position++) columns[position].Add(csv.GetFieldSpan(position));
    }
}
