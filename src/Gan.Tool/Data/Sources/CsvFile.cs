using Gan.Tool.Data.Csv;

namespace Gan.Tool.Data.Sources;

/// <summary>A file of CSV, written as the training file was.</summary>
internal sealed class CsvFile(string path, WriteMode mode, bool guardsFormulas) : FileTarget(path, mode)
{
    protected override void WriteTo(string file, StoredRows rows)
    {
        using var writer = new StreamWriter(file, append: false, FileEncoding.Of(rows.Style.Dialect));
        new TableCsv(rows.Style, guardsFormulas).Write(rows.Rows, writer, rows.Written, rows.CancellationToken);
    }
}
