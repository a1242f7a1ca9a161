using System.Buffers;
using System.Text.Json;

namespace Gan.AspNetCore;

/// <summary>Rows as lines, each a JSON object.</summary>
internal sealed class JsonLines(IBufferWriter<byte> output) : RowWriter
{
    private readonly Utf8JsonWriter _json = new(output);

    public override void Write(RowReader row)
    {
        _json.Reset();
        row.Write(_json);
        _json.Flush();
        output.Write("\n"u8);
    }

    public override void Dispose() => _json.Dispose();
}
