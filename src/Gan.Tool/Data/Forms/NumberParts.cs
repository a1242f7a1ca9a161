using System.Buffers;
using System.Text.RegularExpressions;

namespace Gan.Tool.Data.Forms;

/// <summary>The parts of a cell that may be a number, such as -$1,234.50 or 5 %.</summary>
/// <param name="Minus">What marks it as negative; "" for nothing.</param>
/// <param name="IsSignInside">Whether its sign stands behind the prefix.</param>
/// <param name="HasPlus">Whether it has a plus.</param>
/// <param name="Prefix">A currency.</param>
/// <param name="Body">Digits and what parts them.</param>
/// <param name="Exponent">Such as e-07, or "".</param>
/// <param name="Suffix">A currency, a percent sign, or "".</param>
internal sealed partial record NumberParts(
    string Minus, bool IsSignInside, bool HasPlus, string Prefix, string Body, string Exponent, string Suffix)
{
    private static readonly SearchValues<char> Plainest = SearchValues.Create("0123456789.");

    private const string Blank = @"[ \u00A0\u202F]";

    public static NumberParts? Of(string text)
    {
        var minus = text.StartsWith('-') ? "-" : "";
        if (IsPlain(text.AsSpan(minus.Length))) return new(minus, false, false, "", text[minus.Length..], "", "");
        if (Shape().Match(text) is not { Success: true } match) return null;
        var (open, close) = (match.Groups["open"].Success, match.Groups["close"].Success);
        var (outside, inside) = (match.Groups["outside"].Value, match.Groups["inside"].Value);
        if (open != close || outside.Length + inside.Length + (open ? 1 : 0) > 1) return null;
        var sign = outside + inside;
        return new(
            open ? "(" : sign.Replace("+", "", StringComparison.Ordinal), inside.Length > 0, sign == "+", match.Groups["prefix"].Value,
            match.Groups["body"].Value, match.Groups["exponent"].Value, match.Groups["suffix"].Value);
    }

    /// <summary>The number as the invariant culture writes it; null if its digits are not parted so.</summary>
    /// <param name="decimalMark">What parts the decimals off.</param>
    /// <param name="group">What parts the thousands; empty for nothing.</param>
    public string? Plain(char decimalMark, string group)
    {
        var mark = Body.IndexOf(decimalMark, StringComparison.Ordinal) is >= 0 and var found ? found : Body.Length;
        var decimals = mark == Body.Length ? "" : Body[(mark + 1)..];
        var whole = Body[..mark];
        if (group.Length > 0)
        {
            var thousands = whole.Split(group);
            var isParted = thousands.Length > 1;
            if (isParted && (thousands[0] is not [>= '1' and <= '9', ..] || thousands.Skip(1).Any(three => three.Length != 3))) return null;
            if (thousands[0].Length > 3) return null;
            whole = string.Concat(thousands);
        }
        if (whole.Length + decimals.Length == 0 || !whole.All(char.IsAsciiDigit) || !decimals.All(char.IsAsciiDigit)) return null;
        return $"{(Minus.Length > 0 ? "-" : "")}{(whole.Length == 0 ? "0" : whole)}{(decimals.Length > 0 ? "." : "")}{decimals}{Exponent}";
    }

    /// <summary>Whether a text is digits with at most one point, as most are.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text) =>
        text.Length > 0 && text.IndexOfAnyExcept(Plainest) < 0 && char.IsAsciiDigit(text[^1]) && text.IndexOf('.') == text.LastIndexOf('.');

    [GeneratedRegex(
        @"^(?<open>\()?(?<outside>[+\-\u2212])?(?<prefix>[A-Z]{0,3}\p{Sc}" + Blank + @"?|[A-Z]{3}" + Blank + @")?(?<inside>[+\-\u2212])?" +
        @"(?<body>[.,]?[0-9][0-9.,' \u2019\u00A0\u202F]*?)(?<exponent>[eE][+-]?[0-9]{1,3})?" +
        @"(?<suffix>" + Blank + @"?[\p{Sc}%\u2030\u00B0]|" + Blank + @"[A-Z]{3})?(?<close>\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
