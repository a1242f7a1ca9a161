using System.Diagnostics;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary>The rows that a table's generator makes, as <c>synthetic.csv</c>.</summary>
internal static class SyntheticRows
{
    /// <summary>Writes the file, and says what is in it and how long that took.</summary>
    public static void Write(
        ProgramContext context, OutputFolder folder, IDataView rows, int count,
        IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, string> dateFormats)
    {
        var watch = Stopwatch.StartNew();
        folder.WriteText("synthetic.csv", writer => RowsDisplay.Run(
            context.Console, count, written => TableCsv.Write(rows, writer, dateFormats, written, context.CancellationToken)));
        var condition = given.Count > 0 ? $" with {string.Join(", ", given.Select(cell => $"{cell.Key} = {cell.Value}"))}" : "";
        context.Console.WriteLine($"Made {count:N0} rows{condition} in {watch.Elapsed.TotalSeconds:N1} s.");
    }
}
