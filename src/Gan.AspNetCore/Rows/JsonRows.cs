using System.Buffers;
using System.Text.Json;

namespace Gan.AspNetCore;

/// <summary>Rows as one JSON object: <c>{"samples":[...]}</c>.</summary>
internal sealed class JsonRows : RowWriter
{
    private readonly Utf8JsonWriter _json;

    public JsonRows(IBufferWriter<byte> output)
    {
        _json = new(output);
        _json.WriteStartObject();
        _json.WriteStartArray("samples"u8);
    }

    public override void Write(RowReader row) => row.Write(_json);

    public override void Flush() => _json.Flush();

    public override void End()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    public override void Dispose() => _json.Dispose();
}
