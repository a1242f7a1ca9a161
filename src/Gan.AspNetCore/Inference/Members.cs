using System.Text.Json;

namespace Gan.AspNetCore;

/// <summary>Members of JSON objects that must be of a kind.</summary>
internal static class Members
{
    /// <exception cref="RequestException">There is no such member, or it is of another kind.</exception>
    public static JsonElement Required(JsonElement parent, string name, JsonValueKind kind) =>
        Optional(parent, name, kind) ?? throw Refused($"The member '{name}' must be {Word(kind)}, but is not there. Add it.");

    /// <exception cref="RequestException">There is such a member, of another kind.</exception>
    public static JsonElement? Optional(JsonElement parent, string name, JsonValueKind kind)
    {
        if (parent.ValueKind != JsonValueKind.Object)
            throw Refused($"What has the member '{name}' must be an object, but was {Kinds.Of(parent)}. Send an object.");
        if (!parent.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null) return null;
        return member.ValueKind == kind
            ? member
            : throw Refused($"The member '{name}' must be {Word(kind)}, but was {Kinds.Of(member)}. Send {Word(kind)}.");
    }

    /// <summary>The values of an array, nested or flat, in their order.</summary>
    public static List<JsonElement> Flat(JsonElement array)
    {
        var values = new List<JsonElement>();
        Collect(array);
        return values;

        void Collect(JsonElement part)
        {
            foreach (var value in part.EnumerateArray())
            {
                if (value.ValueKind == JsonValueKind.Array) Collect(value);
                else values.Add(value);
            }
        }
    }

    public static RequestException Refused(string message) => new(StatusCodes.Status400BadRequest, message);

    private static string Word(JsonValueKind kind) => kind == JsonValueKind.String ? "a text" : "an array";
}
