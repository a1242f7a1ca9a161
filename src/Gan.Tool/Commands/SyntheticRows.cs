using System.Diagnostics;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Sources;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary>The rows that a table's generator makes, as <c>synthetic.csv</c>, or where the user says.</summary>
internal sealed class SyntheticRows(ProgramContext context, TableStyle style, bool guardsFormulas)
{
    /// <summary>Writes the file, and says what is in it and how long that took.</summary>
    public void Write(
        OutputFolder folder, IDataView rows, int count, IReadOnlyDictionary<string, string> given, string file = "synthetic.csv") => Write(
        written => folder.WriteText(
            file, writer => new TableCsv(style, guardsFormulas).Write(rows, writer, written, context.CancellationToken),
            FileEncoding.Of(style.Dialect)),
        count, given, place: "");

    /// <summary>Writes the rows to a target, and says the same.</summary>
    public void Write(ITableTarget target, IDataView rows, int count, IReadOnlyDictionary<string, string> given) => Write(
        written => target.Write(new StoredRows(rows, style, context.CancellationToken) { Written = written }), count, given, $" in {target.Name}");

    private void Write(Action<Action<int>> write, int count, IReadOnlyDictionary<string, string> given, string place)
    {
        var watch = Stopwatch.StartNew();
        RowsDisplay.Run(context.Console, count, write);
        var condition = given.Count > 0 ? $" with {string.Join(", ", given.Select(cell => $"{cell.Key} = {cell.Value}"))}" : "";
        context.Console.WriteLine($"Made {count:N0} rows{condition}{place} in {watch.Elapsed.TotalSeconds:N1} s.");
    }
}
