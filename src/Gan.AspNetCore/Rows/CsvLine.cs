using System.Buffers;
using System.Text;

namespace Gan.AspNetCore;

/// <summary>A line of CSV (RFC 4180), cell by cell.</summary>
internal sealed class CsvLine(IBufferWriter<byte> output)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\",\r\n");

    private bool _hasCell;
    private bool _isEmpty = true;

    public void Add(ReadOnlySpan<char> cell)
    {
        if (_hasCell) output.Write(","u8);
        _isEmpty &= !_hasCell && cell.IsEmpty;
        _hasCell = true;
        if (cell.IndexOfAny(Special) < 0) Encoding.UTF8.GetBytes(cell, output);
        else Encoding.UTF8.GetBytes($"\"{cell.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)}\"", output);
    }

    /// <summary>Ends the line. The one cell of a row, if it is missing, is written as an empty text, not as an empty line.</summary>
    public void End()
    {
        output.Write(_isEmpty ? "\"\"\r\n"u8 : "\r\n"u8);
        (_hasCell, _isEmpty) = (false, true);
    }
}
