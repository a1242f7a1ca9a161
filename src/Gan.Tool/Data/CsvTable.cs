using System.IO.Compression;
using System.Text;
using Microsoft.Data.Analysis;
using Sylvan.Data.Csv;

namespace Gan.Tool.Data;

/// <summary>A table read from CSV (RFC 4180, with a header), in one pass, which infers what its columns are.</summary>
/// <remarks>
/// An empty cell is missing, and nothing else is: "?" and "NA" are texts like others. A column of whole numbers is of Int32, or Int64 where
/// they are larger; of numbers, Single, or Double where that keeps more digits; of True and False, Boolean; of dates that are written alike
/// with the year first, DateTime. Whole numbers of which some are missing are Single or Double, too, so that these can be NaN. All else is
/// text, also numbers with leading zeros, which are codes.
/// </remarks>
/// <param name="Data">The table.</param>
/// <param name="DateFormats">For each column of dates, how they are written.</param>
internal sealed record CsvTable(DataFrame Data, IReadOnlyDictionary<string, string> DateFormats)
{
    private const char NoCharacter = '\uFFFF';                        // RFC 4180 has no comments: a row may begin with #

    /// <summary>Reads a file, gzipped if its name ends in .gz.</summary>
    /// <param name="path">The file.</param>
    /// <param name="like">A table whose columns of the same names say which columns are text, dates or numbers; null to infer that.</param>
    public static CsvTable Read(string path, DataFrame? like = null)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"The data file must exist, but '{path}' was not found.");
        using var stream = File.OpenRead(path);
        using var text = new StreamReader(
            path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream,
            new UTF8Encoding(false, throwOnInvalidBytes: true));
        return Read(text, Path.GetFileName(path), like);
    }

    /// <summary>Reads from a text.</summary>
    /// <param name="text">The CSV.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="like">As above.</param>
    /// <exception cref="InvalidDataException">
    /// It is no CSV, a row has more or fewer cells than the header, or a column is not of numbers or dates that is to be.
    /// </exception>
    public static CsvTable Read(TextReader text, string name, DataFrame? like = null)
    {
        try
        {
            using var csv = CsvDataReader.Create(
                text, new CsvDataReaderOptions { Delimiter = ',', MaxBufferSize = int.MaxValue, Comment = NoCharacter });
            var columns = Columns(csv, name);
            while (csv.Read()) ReadRow(csv, columns, name);
            var data = new DataFrame(
                columns.Select(column => column.ToColumn(name, like?.Columns.FirstOrDefault(other => other.Name == column.Name))));
            var dates = columns.Where(column => data[column.Name] is DateTimeDataFrameColumn);
            return new CsvTable(data, dates.ToDictionary(column => column.Name, column => column.DateFormat ?? ""));
        }
        catch (CsvMissingHeadersException)
        {
            throw new InvalidDataException($"'{name}' must have a header with the columns' names, but is empty.");
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"'{name}' must be UTF-8, but is not. Save it as UTF-8.");
        }
        catch (CsvFormatException fault)
        {
            throw new InvalidDataException($"'{name}' must be CSV as in RFC 4180, but is not: {fault.Message}");
        }
    }

    private static CsvColumn[] Columns(CsvDataReader csv, string name)
    {
        var columns = Enumerable.Range(0, csv.FieldCount).Select(position => new CsvColumn(csv.GetName(position))).ToArray();
        if (columns is [{ Name: var only }] && only.AsSpan().IndexOfAny(";\t") >= 0)
            throw new InvalidDataException($"The cells of '{name}' must be parted by commas, but its header is '{only}'.");
        if (Array.FindIndex(columns, column => string.IsNullOrWhiteSpace(column.Name)) is >= 0 and var nameless)
            throw new InvalidDataException($"The columns of '{name}' must have names, but the name of column {nameless + 1} is empty.");
        if (columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidDataException($"The columns of '{name}' must have different names, but {twice.Count()} are called '{twice.Key}'.");
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
