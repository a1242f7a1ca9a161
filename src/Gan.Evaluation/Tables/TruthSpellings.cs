namespace Gan.Evaluation.Tables;

/// <summary>Truth values, and how a column spells them: "True" and "False", for example, where other tables have "true" or "1".</summary>
internal sealed class TruthSpellings
{
    private static readonly (string True, string False)[] Pairs =
        [("true", "false"), ("1", "0"), ("yes", "no"), ("y", "n"), ("t", "f"), ("on", "off")];

    private readonly Dictionary<bool, string> _texts = [];

    /// <value>Whether the column is none of truth values.</value>
    public bool IsEmpty => _texts.Count == 0;

    /// <summary>The spellings of a column, by its different texts; of none if one is no truth value, or two are the same one.</summary>
    public static TruthSpellings Of(IEnumerable<string> texts)
    {
        var spellings = new TruthSpellings();
        foreach (var text in texts.Where(text => text.Length > 0))
            if (ValueOf(text) is not { } value || !spellings._texts.TryAdd(value, text)) return new TruthSpellings();
        return spellings;
    }

    /// <summary>How the column spells the truth value of a text; null if it has no such value.</summary>
    public string? KnownAs(ReadOnlySpan<char> text) => ValueOf(text) is { } value ? _texts.GetValueOrDefault(value) : null;

    private static bool? ValueOf(ReadOnlySpan<char> text)
    {
        foreach (var (isTrue, isFalse) in Pairs)
        {
            if (text.Equals(isTrue, StringComparison.OrdinalIgnoreCase)) return true;
            if (text.Equals(isFalse, StringComparison.OrdinalIgnoreCase)) return false;
        }
        return null;
    }
}
