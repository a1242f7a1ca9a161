using System.Globalization;
using Gan.Tool.Data.Csv;

namespace Gan.Tool.Reporting;

/// <summary>Writes samples as CSV, one row at a time.</summary>
internal sealed class SampleCsv(TextWriter writer)
{
    public void WriteHeader(IEnumerable<string> columnNames) => writer.WriteLine(string.Join(',', columnNames.Select(CsvText.Plain.Quoted)));

    /// <summary>Writes a row.</summary>
    /// <param name="label">The class, the first column; null if there are no classes.</param>
    /// <param name="sample">The other columns.</param>
    public void WriteRow(string? label, ReadOnlySpan<float> sample)
    {
        if (label is not null) writer.Write(CsvText.Plain.Quoted(label));
        for (var i = 0; i < sample.Length; i++)
        {
            if (i > 0 || label is not null) writer.Write(',');
            writer.Write(sample[i].ToString(CultureInfo.InvariantCulture));
        }
        writer.WriteLine();
    }
}
