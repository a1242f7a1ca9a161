using System.Globalization;

namespace Gan.Onnx.Rules;

/// <summary>A number, a date or a span of time in a rule, which means what the columns beside it are of.</summary>
/// <param name="Text">Its text in the invariant culture.</param>
internal sealed record RuleConstant(string Text)
{
    /// <summary>Whether a text is one of a constant, and not of a column's name.</summary>
    public static bool IsOne(string text) => text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.')
        && (AsNumber(text) is not null || DateTime.TryParse(text, CultureInfo.InvariantCulture, out _)
            || TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _));

    /// <summary>The number that it is among a column's values; null if it is none of their kind.</summary>
    public decimal? In(TabularValue value)
    {
        if (value is WholeValue { IsDate: true } whole) return whole.TryParse(Text, out var form) ? (decimal)((Int128)form - whole.Zero) : null;
        return AsNumber(Text);
    }

    private static decimal? AsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
