using System.Text.Json;

namespace Gan.AspNetCore;

/// <summary>What a JSON value is, in messages.</summary>
internal static class Kinds
{
    private const int MostShown = 100;

    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.Null => "null",
        JsonValueKind.Undefined => "nothing",
        _ => Shown(value.GetRawText()),
    };

    /// <summary>A text of a request, cut where it is long.</summary>
    public static string Shown(string text) => text.Length <= MostShown ? text : text[..MostShown] + "...";
}
