using System.Text.Json;

namespace Gan.Testing;

/// <summary>The places of values in a JSON text.</summary>
internal static class JsonValues
{
    /// <summary>Where each value stands, those within others included.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static List<Range> Of(byte[] json)
    {
        var values = new List<Range>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject) continue;
            var end = reader;
            end.Skip();
            values.Add((int)reader.TokenStartIndex..(int)end.BytesConsumed);
        }
        return values;
    }
}
