using System.Globalization;
using System.Text.Json;

namespace Gan.AspNetCore;

/// <summary>Samples of vectors or images, each with its class where there are classes.</summary>
internal abstract class VectorRows : RowReader
{
    /// <value>The class of the sample; null if there are no classes.</value>
    public abstract string? Class { get; }

    /// <value>The values of the sample.</value>
    public abstract ReadOnlySpan<float> Values { get; }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Class is { } name) json.WriteString("class"u8, name);
        json.WriteStartArray("values"u8);
        foreach (var value in Values)
        {
            if (float.IsFinite(value)) json.WriteNumberValue(value);
            else json.WriteNullValue();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public override void Write(CsvLine line)
    {
        if (Class is { } name) line.Add(name);
        Span<char> text = stackalloc char[32];
        foreach (var value in Values)
        {
            value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
            line.Add(text[..length]);
        }
    }
}
