using System.Globalization;
using System.Numerics;

namespace Gan.Onnx;

/// <summary>International bank account numbers (ISO 13616), whose check digits are their third and fourth character.</summary>
internal static class Iban
{
    private const int CheckStart = 2, CheckEnd = 4, LeastLength = 15;

    /// <summary>Whether a text, with or without blanks, is such a number with right check digits.</summary>
    public static bool IsOne(string text)
    {
        var account = text.Replace(" ", "", StringComparison.Ordinal);
        return account.Length is >= LeastLength and <= 34
            && account.All(one => char.IsAsciiDigit(one) || char.IsAsciiLetterUpper(one))
            && account[..CheckStart].All(char.IsAsciiLetterUpper) && account[CheckStart..CheckEnd].All(char.IsAsciiDigit)
            && Remainder(account) == 1;
    }

    /// <summary>A number with the check digits that make it right.</summary>
    public static string WithCheckDigits(string text)
    {
        var account = string.Concat(text.Where(char.IsLetterOrDigit));
        if (account.Length <= CheckEnd || !account.All(char.IsAsciiLetterOrDigit)) return text;
        var digits = 98 - Remainder($"{account[..CheckStart]}00{account[CheckEnd..]}".ToUpperInvariant());
        return text[..CheckStart] + digits.ToString("D2", CultureInfo.InvariantCulture) + text[CheckEnd..];
    }

    /// <summary>Its remainder modulo 97, letters being 10 to 35 and the first four characters behind the others (ISO 7064).</summary>
    private static int Remainder(string account)
    {
        var digits = string.Concat((account[CheckEnd..] + account[..CheckEnd]).Select(
            one => (char.IsAsciiDigit(one) ? one - '0' : one - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        return (int)(BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97);
    }
}
