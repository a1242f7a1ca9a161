namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>A table as Markdown, for a document as much as for a terminal.</summary>
internal sealed class MarkdownTable(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    public void Add(params object[] cells) => _rows.Add([.. cells.Select(cell => cell.ToString()!)]);

    public void Print()
    {
        int[] widths = [.. header.Select((_, column) => _rows.Max(row => row[column].Length))];
        Print(header, widths);
        Print([.. widths.Select(width => new string('-', width))], widths);
        foreach (var row in _rows.Skip(1)) Print(row, widths);
    }

    private static void Print(string[] row, int[] widths) =>
        Console.WriteLine($"| {string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column])))} |");
}
