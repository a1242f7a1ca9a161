using System.Globalization;
using Gan.Onnx;

namespace Microsoft.ML.Gan.Tabular.Tables;

/// <summary>Finds how the identifiers of a column look.</summary>
/// <remarks>
/// Numbers with one text around all of them, as <c>AB-12345</c>, are numbers. Other texts fall into shapes by their letters, digits and other
/// characters: <c>7f3a-0001</c> and <c>00c2-91bb</c> are four, a hyphen, four. A place of a shape has the characters that are seen there, if they are
/// few and each in five rows, else a class of them: digits, hexadecimal digits, small or capital letters.
/// </remarks>
internal static class IdentifierLearner
{
    private const int LeastRows = 5;
    private const int MostShapes = 32;
    private const int FewCharacters = 6;
    private const int MostDigits = 18;
    private const int MostMadeUp = 64;
    private const string Digits = "0123456789", HexLetters = "abcdef", Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>How texts look.</summary>
    /// <param name="texts">The texts that are there.</param>
    public static IdentifierPattern OfTexts(IReadOnlyList<string> texts) => Numbered(texts) ?? Shaped(texts);

    /// <summary>How texts look of which a sample was seen: made ones are longer than all of them.</summary>
    /// <remarks>A shape of more than 2⁶⁰ texts stays: one of them is hardly that of a row.</remarks>
    /// <param name="pattern">How the sample looks.</param>
    /// <param name="longest">The length of the longest text.</param>
    public static IdentifierPattern Beyond(IdentifierPattern pattern, int longest)
    {
        var digits = Math.Clamp(longest - pattern.Prefix.Length - pattern.Suffix.Length, pattern.Digits, MostDigits);
        return pattern with
        {
            Numbers = pattern.Numbers is null ? null : new(FreeNumbers.None, (long)Math.Pow(10, digits), long.MaxValue),
            Shapes = [.. pattern.Shapes.Select(shape => HasMany(shape) ? shape : shape with { Free = FreeNumbers.None })],
            Longest = longest,
        };

        static bool HasMany(IdentifierShape shape) => IdentifierShape.Split(shape.Places).Drawn > 0;
    }

    private static IdentifierPattern? Numbered(IReadOnlyList<string> texts)
    {
        if (texts.Count < LeastRows) return null;
        var prefix = texts.Aggregate(CommonStart).TrimEnd(Digits.ToCharArray());
        string[] rests = [.. texts.Select(text => text[prefix.Length..])];
        var suffix = Reversed(rests.Select(Reversed).Aggregate(CommonStart)).TrimStart(Digits.ToCharArray());
        var numbers = Array.ConvertAll(rests, rest => rest[..^suffix.Length]);
        if (!Array.TrueForAll(numbers, number => number.Length is > 0 and <= MostDigits && number.All(char.IsAsciiDigit))) return null;
        var isOfOneLength = numbers.Min(number => number.Length) == numbers.Max(number => number.Length);
        var beginWithZero = numbers.Any(number => number.Length > 1 && number[0] == '0');
        if (beginWithZero && !isOfOneLength) return null;
        var digits = isOfOneLength ? numbers[0].Length : 1;
        var least = beginWithZero || digits == 1 ? 0 : (long)Math.Pow(10, digits - 1);
        HashSet<long> taken = [.. numbers.Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
        return new() { Numbers = IdentifierNumbers.Beside(taken, least, long.MaxValue), Prefix = prefix, Suffix = suffix, Digits = digits };
    }

    private static IdentifierPattern Shaped(IReadOnlyList<string> texts)
    {
        string[][] groups = [.. texts.GroupBy(Skeleton).Select(group => group.ToArray()).Where(group => group.Length >= LeastRows)
            .OrderByDescending(group => group.Length).Take(MostShapes)];
        var all = groups.Sum(group => group.Length);
        return new()
        {
            Shapes = groups.Length == 0 ? [MadeUp(texts)] : [.. groups.Select(group => Shape(group, (double)group.Length / all))],
            Longest = texts.Select(text => text.Length).DefaultIfEmpty(0).Max(),
        };
    }

    /// <summary>Letters, as many as texts that have hardly a shape in common have in the mean.</summary>
    private static IdentifierShape MadeUp(IReadOnlyList<string> texts)
    {
        var length = (int)Math.Clamp(texts.Select(text => (double)text.Length).DefaultIfEmpty(8).Average(), 8, MostMadeUp);
        string[] places = [.. Enumerable.Repeat(Letters, length)];
        return new(1, places, FreeOf(places, texts.Where(text => text.Length == length)));
    }

    private static IdentifierShape Shape(string[] texts, double share)
    {
        var columns = Enumerable.Range(0, texts[0].Length).Select(place => Array.ConvertAll(texts, text => text[place])).ToList();
        var areHexadecimal = columns.Exists(characters => characters.Any(char.IsAsciiDigit) && characters.Any(char.IsAsciiLetter))
            && columns.TrueForAll(characters => characters.All(one => !IsNamed(one) || char.IsAsciiHexDigit(one)));
        string[] places = [.. columns.Select(characters => CharactersOf(characters, areHexadecimal ? HexLetters : Letters))];
        return new(share, places, FreeOf(places, texts));
    }

    private static FreeNumbers FreeOf(string[] places, IEnumerable<string> texts) =>
        FreeNumbers.Within(0, IdentifierShape.Split(places).Numbers, [.. texts.Select(text => IdentifierShape.NumberOf(text, places))]);

    /// <summary>What may stand where some characters do.</summary>
    private static string CharactersOf(char[] characters, string letters)
    {
        var counts = characters.CountBy(one => one).ToList();
        if (counts.Count <= FewCharacters && counts.TrueForAll(pair => pair.Value >= LeastRows && !char.IsSurrogate(pair.Key)))
            return string.Concat(counts.Select(pair => pair.Key).Order());
        var capitals = characters.Any(char.IsUpper) ? letters.ToUpperInvariant() : "";
        var small = characters.Any(one => !char.IsDigit(one) && !char.IsUpper(one)) ? letters : "";
        return (characters.Any(char.IsDigit) ? Digits : "") + capitals + small;
    }

    private static string Skeleton(string text) => string.Concat(text.Select(one => IsNamed(one) ? 'x' : one));

    /// <summary>Whether a character is of a class, and does not stand for itself.</summary>
    private static bool IsNamed(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character);

    private static string CommonStart(string one, string other)
    {
        var length = 0;
        while (length < Math.Min(one.Length, other.Length) && one[length] == other[length]) length++;
        return one[..length];
    }

    private static string Reversed(string text) => string.Concat(text.Reverse());
}
