using System.Globalization;

namespace Gan.Tool.Data.Forms;

/// <summary>How numbers such as 1.5e-07 are written.</summary>
/// <param name="Letter">e or E.</param>
/// <param name="Plus">Whether positive exponents have a plus.</param>
/// <param name="Digits">The fewest digits of the exponent.</param>
/// <param name="Fixed">The exponent that all numbers have, as 39e3 and 705e3; null if there is one digit before the point.</param>
/// <param name="IsAlways">Whether all numbers have one; else only those that are very large or small.</param>
/// <param name="Decimals">The most decimals of the digits before it.</param>
internal sealed record Exponent(char Letter, bool Plus, int Digits, int? Fixed, bool IsAlways, int Decimals)
{
    private const int Most = 20;
    private const int MostDigits = 2;                                 // more of them are those of large exponents
    private const double Large = 1e16, Small = 1e-4;

    /// <summary>How all the exponents are written, which are "" where there is none; null if none has one.</summary>
    /// <param name="exponents">They begin with their letter.</param>
    /// <param name="areScaled">Whether all numbers have one digit other than 0 before the point.</param>
    /// <param name="decimals">The most decimals of a number.</param>
    public static Exponent? Of(IReadOnlyList<string> exponents, bool areScaled, int decimals)
    {
        string[] some = [.. exponents.Where(exponent => exponent.Length > 0)];
        if (some.Length == 0) return null;
        var isAlways = some.Length == exponents.Count;
        var isShared = isAlways && !areScaled && some.Distinct().Count() == 1;
        return new(
            some[0][0], some.Any(exponent => exponent[1] == '+'), Math.Min(MostDigits, some.Min(exponent => exponent.Count(char.IsAsciiDigit))),
            isShared ? ValueOf(some[0]) : null, isAlways, decimals);
    }

    /// <summary>The number of a text such as e-07; 0 for none.</summary>
    public static int ValueOf(string exponent) =>
        exponent.Length == 0 ? 0 : int.Parse(exponent.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public bool Has(double value) => IsAlways || (value != 0 && Math.Abs(value) is >= Large or < Small);

    /// <summary>The digits and the exponent of a number.</summary>
    public (string Digits, string Exponent) Split(double value)
    {
        if (Fixed is { } shared) return ((value / Math.Pow(10, shared)).ToString($"F{Some(Decimals)}", CultureInfo.InvariantCulture), Text(shared));
        var text = value.ToString($"E{Some(Decimals)}", CultureInfo.InvariantCulture);
        var letter = text.IndexOf('E', StringComparison.Ordinal);
        return (text[..letter], Text(ValueOf(text[letter..])));
    }

    /// <summary>A number of digits, at most as many as any column has, whatever a file says.</summary>
    private static int Some(int digits) => Math.Clamp(digits, 0, Most);

    private string Text(int exponent)
    {
        var sign = exponent < 0 ? "-" : Plus ? "+" : "";
        return $"{Letter}{sign}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(Some(Digits), '0')}";
    }
}
