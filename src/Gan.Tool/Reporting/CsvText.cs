namespace Gan.Tool.Reporting;

/// <summary>Cells of a CSV file (RFC 4180).</summary>
internal static class CsvText
{
    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
