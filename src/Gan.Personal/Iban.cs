using System.Globalization;
using System.Numerics;

namespace Gan.Personal;

/// <summary>International bank account numbers.</summary>
internal static class Iban
{
    private const int CheckStart = 2, CheckEnd = 4;

    /// <summary>A number with the check digits, its third and fourth character, that make its remainder 1 (ISO 7064, modulo 97).</summary>
    public static string WithCheckDigits(string text)
    {
        var account = string.Concat(text.Where(char.IsLetterOrDigit));
        if (account.Length <= CheckEnd || !account.All(char.IsAsciiLetterOrDigit)) return text;
        var moved = string.Concat($"{account[CheckEnd..]}{account[..CheckStart]}00".ToUpperInvariant().Select(one =>
            (char.IsAsciiDigit(one) ? one - '0' : one - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        var digits = 98 - (int)(BigInteger.Parse(moved, CultureInfo.InvariantCulture) % 97);
        return text[..CheckStart] + digits.ToString("D2", CultureInfo.InvariantCulture) + text[CheckEnd..];
    }
}
