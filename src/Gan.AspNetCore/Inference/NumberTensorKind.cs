using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Gan.AspNetCore;

/// <summary>Tensors of numbers. What is no number, as a missing cell, is null in JSON.</summary>
internal sealed class NumberTensorKind<T>(TensorElementType type, string name) : TensorKind(type, name)
    where T : unmanaged, INumber<T>
{
    public override OrtValue? Read(IReadOnlyList<JsonElement> values, long[] shape)
    {
        var elements = new T[values.Count];
        for (var i = 0; i < elements.Length; i++)
        {
            var isNumber = values[i].ValueKind == JsonValueKind.Number
                && T.TryParse(values[i].GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out elements[i])
                && T.IsFinite(elements[i]);
            if (!isNumber) return null;
        }
        return OrtValue.CreateTensorValueFromMemory(elements, shape);
    }

    public override void Write(Utf8JsonWriter json, OrtValue tensor)
    {
        Span<byte> text = stackalloc byte[64];
        json.WriteStartArray();
        foreach (var value in tensor.GetTensorDataAsSpan<T>())
        {
            if (T.IsFinite(value) && value.TryFormat(text, out var length, "", CultureInfo.InvariantCulture))
                json.WriteRawValue(text[..length], skipInputValidation: true);
            else json.WriteNullValue();
        }
        json.WriteEndArray();
    }
}
