using Gan.Tool.Data.Csv;
using Spectre.Console;

namespace Gan.Tool.Reporting;

/// <summary>Says how a table is written, and what its columns were taken for.</summary>
internal static class TableDisplay
{
    /// <summary>A line for the file, one for each form with the columns that have it, and one for each doubt.</summary>
    public static void Write(IAnsiConsole console, CsvTable table)
    {
        console.WriteLine(table.Description);
        foreach (var form in table.Style.Columns.GroupBy(column => column.Description))
            console.WriteLine($"{form.Key}: {string.Join(", ", form.Select(column => column.Name))}");
        foreach (var doubt in table.Doubts) console.WriteLine(doubt);
    }
}
