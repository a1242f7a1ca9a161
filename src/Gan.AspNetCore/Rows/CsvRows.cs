using System.Buffers;

namespace Gan.AspNetCore;

/// <summary>Rows as CSV (RFC 4180), under a line of the columns' names.</summary>
internal sealed class CsvRows : RowWriter
{
    private readonly CsvLine _line;

    public CsvRows(IBufferWriter<byte> output, IEnumerable<string> columnNames)
    {
        _line = new(output);
        foreach (var name in columnNames) _line.Add(name);
        _line.End();
    }

    public override void Write(RowReader row)
    {
        row.Write(_line);
        _line.End();
    }

    public override void Dispose()
    {
        // the output is its owner's
    }
}
