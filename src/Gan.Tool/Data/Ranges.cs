namespace Gan.Tool.Data;

/// <summary>A text of several values, or of a range of them, as the parts that it joins: 30..40, &gt;=65, 5|7.</summary>
/// <param name="Before">What stands before the first part.</param>
/// <param name="Between">What stands between two parts.</param>
/// <param name="Parts">The parts.</param>
internal sealed record Ranges(string Before, string Between, IReadOnlyList<string> Parts)
{
    private const string Or = "|", To = "..";
    private static readonly string[] Signs = [">=", "<=", ">", "<"];

    /// <value>Whether they are no single values.</value>
    public bool IsRange => Between != Or;

    /// <summary>The parts of a text; null if it is one value.</summary>
    public static Ranges? Split(string text)
    {
        if (text.Contains(Or, StringComparison.Ordinal)) return new("", Or, text.Split(Or));
        if (Signs.FirstOrDefault(sign => text.StartsWith(sign, StringComparison.Ordinal)) is { } sign)
            return new(sign, "", [text[sign.Length..].Trim()]);
        var middle = text.IndexOf(To, StringComparison.Ordinal);
        return middle < 0 ? null : new("", To, [text[..middle].Trim(), text[(middle + To.Length)..].Trim()]);
    }

    /// <summary>Whether something holds of all values of a text.</summary>
    public static bool All(string text, Func<string, bool> holds) =>
        Split(text) is { } ranges ? ranges.Parts.All(part => All(part, holds)) : holds(text);

    /// <summary>The text with other parts.</summary>
    public string Joined(Func<string, string> part) => Before + string.Join(Between, Parts.Select(part));
}
