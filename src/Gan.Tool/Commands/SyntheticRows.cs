using System.Diagnostics;
using System.Text;
using Gan.Tool.Data.Csv;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary>The rows that a table's generator makes, as <c>synthetic.csv</c>.</summary>
internal sealed class SyntheticRows(ProgramContext context, TableStyle style, bool guardsFormulas)
{
    /// <summary>Writes the file, and says what is in it and how long that took.</summary>
    public void Write(OutputFolder folder, IDataView rows, int count, IReadOnlyDictionary<string, string> given, string file = "synthetic.csv")
    {
        var watch = Stopwatch.StartNew();
        var csv = new TableCsv(style, guardsFormulas);
        folder.WriteText(file, writer => RowsDisplay.Run(
            context.Console, count, written => csv.Write(rows, writer, written, context.CancellationToken)), EncodingOf(style.Dialect));
        var condition = given.Count > 0 ? $" with {string.Join(", ", given.Select(cell => $"{cell.Key} = {cell.Value}"))}" : "";
        context.Console.WriteLine($"Made {count:N0} rows{condition} in {watch.Elapsed.TotalSeconds:N1} s.");
    }

    /// <summary>The encoding with a byte-order mark as the file had, or without.</summary>
    private static Encoding EncodingOf(CsvDialect dialect) => FileEncoding.Of(dialect.Encoding) switch
    {
        UTF8Encoding => new UTF8Encoding(dialect.HasByteOrderMark),
        UnicodeEncoding utf16 => new UnicodeEncoding(bigEndian: utf16.CodePage != Encoding.Unicode.CodePage, dialect.HasByteOrderMark),
        var other => other,
    };
}
