using System.Globalization;
using System.Text.RegularExpressions;

namespace Gan.Tool.Data.Forms;

/// <summary>What stands behind a time: Z, UTC, or an offset such as +01:00.</summary>
internal static partial class Zones
{
    /// <summary>A text without its zone, and the zone; "" if it has none.</summary>
    public static (string Local, string Zone) Split(string text) =>
        MayHaveOne(text) && Zone().Match(text) is { Success: true } match ? (text[..match.Index], match.Value) : (text, "");

    public static TimeSpan OffsetOf(string zone)
    {
        var digits = string.Concat(zone.Where(char.IsAsciiDigit));
        if (digits.Length < 2) return TimeSpan.Zero;
        var offset = new TimeSpan(Number(digits[..2]), digits.Length == 4 ? Number(digits[2..]) : 0, 0);
        return zone.Contains('-') ? -offset : offset;

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>A zone of the same spelling for universal time.</summary>
    public static string Universal(string zone) => string.Concat(zone.Select(c => char.IsAsciiDigit(c) ? '0' : c == '-' ? '+' : c));

    /// <summary>Whether a time has more than digits behind it, which few have.</summary>
    private static bool MayHaveOne(ReadOnlySpan<char> text) => text.IndexOf(':') is >= 0 and var colon && text[colon..].ContainsAny("Z+-UG");

    [GeneratedRegex("(?<=:[0-9.,]+( [AaPp][Mm])?)(Z| ?(UTC|GMT)| ?[+-][0-9]{2}(:?[0-9]{2})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Zone();
}
