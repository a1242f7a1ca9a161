using System.Globalization;
using System.Text.RegularExpressions;

namespace Gan.Tool.Data.Forms;

/// <summary>Finds the form of a column of dates: one that gives each text back as it was.</summary>
internal static partial class DateFinder
{
    private const int ShortestText = 6;
    private const int LongestText = 40;
    private const int SampleSize = 3;
    private const int FewestMonths = 5;                               // different ones, so that numbers of six digits are months for sure
    private const int FirstYear = 1900, LastYear = 2100;              // of dates without separators

    /// <summary>The form of all texts, or why there is none.</summary>
    public static Finding Find(IReadOnlyList<string> texts, FormHints hints)
    {
        if (texts.Count == 0 || !texts.All(MayBeDate)) return Finding.Nothing;
        if (!texts.Take(SampleSize).Any(text => FormatsOf(Zones.Split(text).Local).Any())) return Finding.Nothing;
        var parts = texts.Select(Zones.Split).ToList();
        string[] zones = [.. parts.Select(part => part.Zone).Distinct()];
        if (zones.Length > 1 && zones.Any(zone => zone.Length == 0)) return Finding.No("some of the times have a zone");
        string[] locals = [.. parts.Select(part => part.Local).Distinct()];
        var haveFractions = locals.Any(local => local.Contains('.'));
        var fitting = FormatsOf(locals[0]).Where(known => haveFractions || !known.Format.Contains('.'))
            .Where(known => hints.DateOrder == DateOrder.Ymd || known.Format is not ['y', 'y', not 'y', ..])       // 24/01/31: few files have it
            .Select(known => (Form: FormOf(known.Format, locals), known.Order)).Where(known => known.Form is not null).ToList();
        if (fitting.Count == 0) return FewOthers(locals);
        var isSure = fitting.Skip(1).All(other => Agree(other.Form!, fitting[0].Form!, locals));
        var chosen = isSure ? fitting[0] : fitting.Find(known => known.Order == hints.DateOrder);
        if (chosen.Form is not { } form) return Finding.No($"the order of day and month in '{texts[0]}' is not sure, which --dates tells");
        form = zones.Length == 1 ? form with { Zone = zones[0] } : form with { Zone = Zones.Universal(zones[0]), AreOffsetsMixed = true };
        var tellsOrder = isSure && form.Format[0] is 'd' or 'M' && form.Format.Contains('d') && !form.Format.Contains("MMM");
        return new Finding(form) { IsSure = isSure, DateOrder = tellsOrder ? chosen.Order : null };
    }

    /// <summary>The formats that can read a text; those with fractions read one without, as other texts may have some.</summary>
    private static IEnumerable<(string Format, DateOrder Order)> FormatsOf(string local) => DateFormats.All.Where(known =>
        new DateForm(known.Format).CanRead(local)
            || (known.Format.IndexOf(".f", StringComparison.Ordinal) is >= 0 and var point && new DateForm(known.Format[..point]).CanRead(local)));

    /// <summary>The form of one format; null if it does not give the texts back.</summary>
    private static DateForm? FormOf(string format, IReadOnlyList<string> locals)
    {
        var form = new DateForm(format);
        foreach (var variant in Variants(form))
        {
            if (locals.All(local => variant.DateOf(local) is { } date && variant.Write(date) == local))
                return IsSure(format, locals) ? variant : null;
        }
        return null;
    }

    private static IEnumerable<DateForm> Variants(DateForm form)
    {
        yield return form;
        if (form.Format.Contains("MMM", StringComparison.Ordinal) || form.Format.Contains("tt", StringComparison.Ordinal))
        {
            yield return form with { IsUpperCase = true };
            yield return form with { IsUpperCase = false };
        }
        if (form.Format.IndexOf(".f", StringComparison.Ordinal) is >= 0 and var point)
            yield return form with { WholeFormat = form.Format[..point] };
    }

    /// <summary>Whether digits without separators are dates rather than numbers.</summary>
    private static bool IsSure(string format, IReadOnlyList<string> locals)
    {
        if (!format.StartsWith("yyyyMM", StringComparison.Ordinal)) return true;
        return (format != "yyyyMM" || locals.Count >= FewestMonths) && locals.All(
            local => int.Parse(local.AsSpan(0, 4), CultureInfo.InvariantCulture) is >= FirstYear and <= LastYear);
    }

    /// <summary>A word if most texts are dates, so that the others are worth a look.</summary>
    private static Finding FewOthers(string[] locals)
    {
        var others = FormatsOf(locals[0]).Select(known => new DateForm(known.Format))
            .Select(form => locals.Where(local => !form.CanRead(local)).ToList()).MinBy(some => some.Count);
        return others is not null && 4 * others.Count <= locals.Length
            ? Finding.No($"'{others[0]}' is no date as '{locals[0]}' is")
            : Finding.Nothing;
    }

    private static bool MayBeDate(string text) =>
        text.Length is >= ShortestText and <= LongestText && (char.IsAsciiDigit(text[^1]) || MayEnd().IsMatch(text));

    private static bool Agree(DateForm one, DateForm other, IReadOnlyList<string> locals) =>
        locals.All(local => one.DateOf(local) == other.DateOf(local));

    /// <summary>How dates end that do not end in a digit.</summary>
    [GeneratedRegex("(Z|UTC|GMT|[AaPp][Mm])$")]
    private static partial Regex MayEnd();
}
