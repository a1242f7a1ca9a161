using System.Globalization;
using System.Text.Json;

namespace Gan.AspNetCore;

/// <summary>Reads requests for rows, from JSON or from a query, and finds all that is wrong with them.</summary>
internal static class SampleRequestReader
{
    private const string Fields = "count, seed, class, where, truncation";

    public static SampleRequest Read(JsonElement body, RequestProblems problems)
    {
        var request = new SampleRequest();
        foreach (var field in body.EnumerateObject())
        {
            var value = field.Value;
            request = field.Name switch
            {
                "count" => request with { Count = Whole("count", value, problems) ?? 1 },
                "seed" => request with { Seed = Whole("seed", value, problems) ?? 0 },
                "class" => request with { Class = Text("class", value, problems) },
                "where" => request with { Where = Cells(value, problems) },
                "truncation" => request with { Truncation = Share("truncation", value, problems) },
                _ => Unknown(request, field.Name, problems),
            };
        }
        return request;
    }

    /// <summary>A whole number of a query.</summary>
    public static int? Whole(string field, string? text, RequestProblems problems)
    {
        if (text is null) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        problems.Add(field, NotWhole(field, $"'{Kinds.Shown(text)}'"));
        return null;
    }

    /// <summary>A number from 0 to 1 of a query.</summary>
    public static double? Share(string field, string? text, RequestProblems problems)
    {
        if (text is null) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1) return number;
        problems.Add(field, NoShare(field, $"'{Kinds.Shown(text)}'"));
        return null;
    }

    private static int? Whole(string field, JsonElement value, RequestProblems problems)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
        problems.Add(field, NotWhole(field, Kinds.Of(value)));
        return null;
    }

    private static double? Share(string field, JsonElement value, RequestProblems problems)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number is >= 0 and <= 1) return number;
        problems.Add(field, NoShare(field, Kinds.Of(value)));
        return null;
    }

    private static string? Text(string field, JsonElement value, RequestProblems problems)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (TextOf(value) is { } text) return text;
        problems.Add(field, $"The field '{field}' must be a text, but was {Kinds.Of(value)}. Write it in quotation marks.");
        return null;
    }

    private static Dictionary<string, string> Cells(JsonElement value, RequestProblems problems)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        if (value.ValueKind == JsonValueKind.Null) return cells;
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add("where", $"The field 'where' must be an object of columns and values, but was {Kinds.Of(value)}. " +
                "Send, for example, {\"sex\": \"Female\"}.");
            return cells;
        }
        foreach (var cell in value.EnumerateObject())
        {
            if ((cell.Value.ValueKind == JsonValueKind.Null ? "" : TextOf(cell.Value)) is { } text) cells.Add(cell.Name, text);
            else
                problems.Add("where", $"The value of column '{Kinds.Shown(cell.Name)}' in the field 'where' must be a text, a number, true, false or null, " +
                    $"but was {Kinds.Of(cell.Value)}. Give one value a column.");
        }
        return cells;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => bool.TrueString,
        JsonValueKind.False => bool.FalseString,
        _ => null,
    };

    private static SampleRequest Unknown(SampleRequest request, string name, RequestProblems problems)
    {
        var shown = Kinds.Shown(name);
        problems.Add(shown, $"A field must be one of {Fields}, but was '{shown}'. Leave it out.");
        return request;
    }

    private static string NotWhole(string field, string was) =>
        $"The field '{field}' must be a whole number from {int.MinValue} to {int.MaxValue}, but was {was}. Send a number of that range.";

    private static string NoShare(string field, string was) =>
        $"The field '{field}' must be a number from 0 to 1, but was {was}. Send 1, or leave it out, for samples that are not truncated.";
}
