using System.Globalization;
using System.Text.Json;

namespace Gan.AspNetCore;

/// <summary>Reads requests for rows, from JSON or from a query, and finds all that is wrong with them.</summary>
internal static class SampleRequestReader
{
    private const string Fields = "count, seed, class, where, truncation";
    private static readonly string[] QueryFields = ["count", "class", "truncation", "version"];

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

    /// <summary>The request of a path and a query.</summary>
    public static SampleRequest Read(string seed, IQueryCollection query, RequestProblems problems)
    {
        foreach (var field in query.Keys.Except(QueryFields, StringComparer.OrdinalIgnoreCase))
            problems.Add(Kinds.Shown(field), NoField(string.Join(", ", QueryFields), field));
        return new()
        {
            Seed = Whole("seed", seed, problems) ?? 0,
            Count = Whole("count", query["count"], problems) ?? 1,
            Class = query["class"],
            Truncation = Share("truncation", query["truncation"], problems),
        };
    }

    /// <summary>A whole number of a query.</summary>
    private static int? Whole(string field, string? text, RequestProblems problems)
    {
        if (text is null) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        problems.Add(field, NotWhole(field, $"'{Kinds.Shown(text)}'"));
        return null;
    }

    /// <summary>A number from 0 to 1 of a query.</summary>
    private static double? Share(string field, string? text, RequestProblems problems)
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
                problems.Add("where", NoCell(cell));
        }
        return cells;
    }

    private static string NoCell(JsonProperty cell) =>
        $"The value of column '{Kinds.Shown(cell.Name)}' in the field 'where' must be a text, a number, true, false or null, " +
        $"but was {Kinds.Of(cell.Value)}. Give one value a column.";

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
        problems.Add(Kinds.Shown(name), NoField(Fields, name));
        return request;
    }

    private static string NoField(string fields, string was) => $"A field must be one of {fields}, but was '{Kinds.Shown(was)}'. Leave it out.";

    private static string NotWhole(string field, string was) =>
        $"The field '{field}' must be a whole number from {int.MinValue} to {int.MaxValue}, but was {was}. Send a number of that range.";

    private static string NoShare(string field, string was) =>
        $"The field '{field}' must be a number from 0 to 1, but was {was}. Send 1, or leave it out, for samples that are not truncated.";
}
