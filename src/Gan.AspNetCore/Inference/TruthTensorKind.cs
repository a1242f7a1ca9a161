using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Gan.AspNetCore;

/// <summary>Tensors of truth values.</summary>
internal sealed class TruthTensorKind() : TensorKind(TensorElementType.Bool, "BOOL")
{
    public override OrtValue? Read(IReadOnlyList<JsonElement> values, long[] shape) =>
        values.All(value => value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            ? OrtValue.CreateTensorValueFromMemory(values.Select(value => value.ValueKind == JsonValueKind.True).ToArray(), shape)
            : null;

    public override void Write(Utf8JsonWriter json, OrtValue tensor)
    {
        json.WriteStartArray();
        foreach (var value in tensor.GetTensorDataAsSpan<bool>()) json.WriteBooleanValue(value);
        json.WriteEndArray();
    }
}
