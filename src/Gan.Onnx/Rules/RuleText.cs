using System.Text.RegularExpressions;

namespace Gan.Onnx.Rules;

/// <summary>The names and signs that rules are written with.</summary>
internal static partial class RuleText
{
    /// <summary>A column's name as rules write it: in quotes, where it could be taken for something else.</summary>
    public static string Name(string name) =>
        RuleConstant.IsOne(name) || name != name.Trim() || name.Length == 0 || Special().IsMatch(name) ? $"\"{name.Replace("\"", "\"\"")}\"" : name;

    /// <summary>Names with commas between them.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    /// <summary>What stands behind a word and a colon; null where another word does.</summary>
    public static string? After(string word, string text) =>
        text.StartsWith(word + ":", StringComparison.OrdinalIgnoreCase) ? text[(word.Length + 1)..].Trim() : null;

    /// <summary>The parts of a text between signs, which are not in quotes.</summary>
    public static (IReadOnlyList<string> Parts, IReadOnlyList<string> Signs) Split(string text, params string[] signs)
    {
        var (parts, found, start) = (new List<string>(), new List<string>(), 0);
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"') isQuoted = !isQuoted;
            var place = at;
            if (isQuoted || Array.Find(signs, sign => string.CompareOrdinal(text, place, sign, 0, sign.Length) == 0) is not { } here) continue;
            parts.Add(text[start..at].Trim());
            found.Add(here);
            at += here.Length - 1;
            start = at + 1;
        }
        parts.Add(text[start..].Trim());
        return (parts, found);
    }

    /// <summary>The name that a part is, without its quotes.</summary>
    public static string Unquoted(string part) =>
        part.Length > 1 && part[0] == '"' && part[^1] == '"' ? part[1..^1].Replace("\"\"", "\"") : part;

    /// <summary>The names between commas.</summary>
    public static IReadOnlyList<string> List(string text) => [.. Split(text, ",").Parts.Select(Unquoted)];

    [GeneratedRegex("""[<>=+,"#:]| by | from """)]
    private static partial Regex Special();
}
