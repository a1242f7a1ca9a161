using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Gan.AspNetCore;

/// <summary>Tensors of texts. No input of a generator has texts, so they are only written.</summary>
internal sealed class TextTensorKind() : TensorKind(TensorElementType.String, "BYTES")
{
    public override OrtValue? Read(IReadOnlyList<JsonElement> values, long[] shape) => null;

    public override void Write(Utf8JsonWriter json, OrtValue tensor)
    {
        json.WriteStartArray();
        foreach (var text in tensor.GetStringTensorAsArray()) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
