using System.Text.Json;
using System.Text.Json.Serialization;
using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>The type of a column's values as JSON: its name, and what a key type has beside it.</summary>
internal sealed class ValueTypeConverter : JsonConverter<TabularValue>
{
    public override TabularValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var written = JsonSerializer.Deserialize<Written>(ref reader, options)!;
        return TabularValues.Of(written.Type, written.Traits);
    }

    public override void Write(Utf8JsonWriter writer, TabularValue value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Written(value.Type, value.Traits), options);

    private sealed record Written(TabularValueType Type, ValueTraits Traits);
}
