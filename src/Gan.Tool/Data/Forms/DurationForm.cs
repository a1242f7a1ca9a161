using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Gan.Tool.Data.Forms;

/// <summary>Durations and times of day such as 0:51:59, 23:59 and 1 days 02:03:04, learnt as numbers of their last unit.</summary>
/// <param name="Units">How many units are parted by colons.</param>
/// <param name="IsPadded">Whether the first has two digits at least.</param>
/// <param name="HasDays">Whether days stand before them.</param>
/// <param name="LeastDecimals">The fewest decimals of the last.</param>
/// <param name="MostDecimals">Its most decimals.</param>
internal sealed partial record DurationForm(int Units, bool IsPadded, bool HasDays, int LeastDecimals, int MostDecimals) : ColumnForm
{
    private const int InUnit = 60;
    private const int HoursInDay = 24;

    private readonly NumberForm _last = new() { LeastDecimals = LeastDecimals, MostDecimals = MostDecimals };

    public override string Kind => "Durations";

    public override string Example => Write(Units == 3 ? 3723 : 63);

    private long InDay => HoursInDay * (Units == 3 ? InUnit * InUnit : InUnit);

    /// <summary>The form of all texts, or why there is none.</summary>
    public static Finding Find(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0 || !texts.All(text => Shape().IsMatch(text))) return Finding.Nothing;
        var matches = texts.Select(text => Shape().Match(text)).ToList();
        var units = matches.Select(UnitsOf).Distinct().ToList();
        var hasDays = matches.Select(match => match.Groups["days"].Success).Distinct().ToList();
        if (units.Count > 1 || hasDays.Count > 1) return Finding.No("the units of the durations differ");
        var widths = matches.ConvertAll(match => match.Groups["first"].Length);
        var decimals = matches.ConvertAll(match => match.Groups["decimals"].Length);
        var isPadded = matches.Exists(match => match.Groups["first"].ValueSpan is ['0', _, ..]);
        if (isPadded && widths.Min() != 2) return Finding.No("some of the durations have leading zeros");
        return new Finding(new DurationForm(units[0], isPadded, hasDays[0], decimals.Min(), decimals.Max())) { IsSure = true };
    }

    public override bool CanRead(string text) => PlainOf(text) is not null;

    public override DataFrameColumn Read(string name, ColumnCells cells) => NumberColumn.Of(name, cells, PlainOf);

    public override Func<string?> Writer(DataViewRow row, DataViewSchema.Column column) =>
        NumberColumn.Writer(row, column, value => Write(Convert.ToDecimal(value, CultureInfo.InvariantCulture)));

    public override string ToGiven(string text) => PlainOf(text) ?? text;

    private static int UnitsOf(Match match) => match.Groups["second"].Success ? 3 : 2;

    /// <summary>The number of the last unit, as the invariant culture writes it.</summary>
    private string? PlainOf(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success || UnitsOf(match) != Units || match.Groups["days"].Success != HasDays) return null;
        var days = HasDays ? Number(match.Groups["days"]) : 0;
        var units = Number(match.Groups["first"]);
        if (Units == 3) units = (units * InUnit) + Number(match.Groups["second"]);
        var total = (days * InDay) + (units * InUnit) + Number(match.Groups["last"]);
        var decimals = match.Groups["decimals"].Length > 0 ? $".{match.Groups["decimals"].Value}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{match.Groups["minus"].Value}{total}{decimals}");

        static long Number(Group group) => long.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
    }

    private string Write(decimal value)
    {
        var rest = Math.Round(Math.Abs(value), _last.MostDecimals);
        var whole = (long)rest;
        var last = _last.Write((whole % InUnit) + (rest - whole));
        if (last.Length == 1 || last[1] == '.') last = "0" + last;
        var days = HasDays ? string.Create(CultureInfo.InvariantCulture, $"{whole / InDay} days ") : "";
        var units = (HasDays ? whole % InDay : whole) / InUnit;
        var first = (Units == 3 ? units / InUnit : units).ToString(CultureInfo.InvariantCulture).PadLeft(IsPadded ? 2 : 1, '0');
        return $"{(value < 0 ? "-" : "")}{days}{first}:{(Units == 3 ? $"{units % InUnit:00}:" : "")}{last}";
    }

    [GeneratedRegex(
        @"^(?<minus>-)?((?<days>[0-9]{1,6}) days )?(?<first>[0-9]{1,6})(:(?<second>[0-5][0-9]))?:(?<last>[0-5][0-9])(\.(?<decimals>[0-9]{1,9}))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
