using System.Globalization;

namespace Gan.Tool.Data.Forms;

/// <summary>Finds the form of a column of numbers.</summary>
internal static class NumberFinder
{
    private const int SampleSize = 100;                               // texts that tell whether the others are worth a look

    private static readonly (char Mark, string Group)[] Separators =
    [
        ('.', ""), (',', ""), ('.', ","), (',', "."), ('.', "'"), ('.', "\u2019"),
        ('.', " "), (',', " "), ('.', "\u00A0"), (',', "\u00A0"), ('.', "\u202F"), (',', "\u202F"),
    ];

    /// <summary>The form of all texts, or why there is none.</summary>
    /// <param name="texts">The different texts.</param>
    /// <param name="hasMissing">Whether the column has missing cells.</param>
    /// <param name="hints">What is known of the file.</param>
    public static Finding Find(IReadOnlyList<string> texts, bool hasMissing, FormHints hints)
    {
        if (texts.Take(SampleSize).Count(text => NumberParts.Of(text) is null) > SampleSize / 2) return Finding.Nothing;
        var parts = texts.Select(NumberParts.Of).OfType<NumberParts>().ToList();
        if (texts.Count == 0 || parts.Count < texts.Count) return FewOthers(texts);
        if (parts.Any(part => part.Prefix != parts[0].Prefix || part.Suffix != parts[0].Suffix)) return Finding.No("the units differ");
        var fitting = Separators.Where(separator => Fits(parts, separator)).ToList();
        if (fitting.Count == 0) return Finding.No("the digits are parted in several ways");
        if (Choose(fitting, hints.DecimalMark) is not var (mark, group))
            return Finding.No($"'{texts.First(text => text.Contains(','))}' has either thousands or decimals, which --decimal tells");
        var plain = parts.ConvertAll(part => part.Plain(mark, group)!);
        if (plain.Any(IsCode)) return Finding.No("leading zeros are those of codes");
        if (plain.Exists(text => !double.IsFinite(double.Parse(text, CultureInfo.InvariantCulture))))
            return Finding.No("some numbers are beyond double precision");
        if (!NumberColumn.KeepsDigits(plain, hasMissing)) return Finding.No("numbers cannot hold all the digits");
        var form = FormOf(parts, mark, group, plain);
        if (form is { HasPlus: true, MostDecimals: 0, Prefix: "", Suffix: "" }) return Finding.No("a plus before whole numbers may be that of codes");
        return new Finding(form) { IsSure = IsSure(fitting), DecimalMark = form.MostDecimals > 0 && IsSure(fitting) ? mark : null };
    }

    private static bool Fits(List<NumberParts> parts, (char Mark, string Group) separator) =>
        parts.TrueForAll(part => part.Plain(separator.Mark, separator.Group) is not null)
            && (separator.Group.Length == 0 || parts.Exists(part => part.Body.Contains(separator.Group, StringComparison.Ordinal)));

    /// <summary>The separators that all texts have; null if they may be of two kinds, as in 1,234, and nothing tells which.</summary>
    private static (char Mark, string Group)? Choose(List<(char Mark, string Group)> fitting, char? decimalMark)
    {
        if (IsSure(fitting)) return fitting[0];
        if (fitting.Exists(separator => separator.Mark == decimalMark)) return fitting.Find(separator => separator.Mark == decimalMark);
        return fitting[0].Mark == '.' ? fitting[0] : null;            // 1.234: few files have points in thousands, and none between decimals
    }

    /// <summary>Whether they agree, as for 1,5 and 1,234,567 and for numbers without separators.</summary>
    private static bool IsSure(List<(char Mark, string Group)> fitting) =>
        fitting.Count == 1 || fitting.TrueForAll(separator => separator.Group.Length == 0);

    private static NumberForm FormOf(List<NumberParts> parts, char mark, string group, List<string> plain)
    {
        int[] decimals = [.. parts.Select(part => part.Body.LastIndexOf(mark) is >= 0 and var point ? part.Body.Length - point - 1 : 0)];
        var places = parts.Zip(decimals, (part, some) => some - Exponent.ValueOf(part.Exponent));         // those of 1.5e-07 without exponent: 8
        var areScaled = parts.TrueForAll(part => part.Body[0] != '0' && (part.Body.Length == 1 || part.Body[1] == mark));
        var negative = parts.Find(part => part.Minus.Length > 0);
        return new NumberForm
        {
            Prefix = parts[0].Prefix,
            Suffix = parts[0].Suffix,
            DecimalMark = mark,
            Group = group,
            LeastDecimals = LeastDecimals(decimals, plain),
            MostDecimals = places.Max(),
            Minus = negative?.Minus ?? "-",
            IsSignInside = negative?.IsSignInside ?? parts.Exists(part => part.IsSignInside),
            HasPlus = parts.Exists(part => part.HasPlus),
            IsBare = parts.Exists(part => part.Body[0] == mark),
            EndsInMark = parts.TrueForAll(part => part.Body[^1] == mark),
            Exponent = Exponent.Of(parts.ConvertAll(part => part.Exponent), areScaled, decimals.Max()),
        };
    }

    /// <summary>The decimals that also whole numbers have, if most of these have some: 1 of 2.0, 3.5 and -999.</summary>
    private static int LeastDecimals(int[] decimals, List<string> plain)
    {
        int[] ofWhole = [.. decimals.Where((_, place) => double.IsInteger(double.Parse(plain[place], CultureInfo.InvariantCulture)))];
        var haveSome = 2 * ofWhole.Count(some => some > 0) > ofWhole.Length;
        return decimals.Where(some => some > 0 || !haveSome).Min();
    }

    /// <summary>Whether a number has leading zeros, which it would lose.</summary>
    private static bool IsCode(string plain) => plain.TrimStart('-') is ['0', >= '0' and <= '9', ..];

    /// <summary>A word if most texts are numbers, so that the others are worth a look.</summary>
    private static Finding FewOthers(IReadOnlyList<string> texts)
    {
        string[] others = [.. texts.Where(text => NumberParts.Of(text) is null)];
        if (others.Length == 0 || 4 * others.Length > texts.Count) return Finding.Nothing;
        var some = string.Join(", ", others.Take(3).Select(text => $"'{text}'"));
        return Finding.No($"{some} {(others.Length == 1 ? "is no number" : "are no numbers")}");
    }
}
