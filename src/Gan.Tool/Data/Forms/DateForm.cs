using System.Globalization;
using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Gan.Tool.Data.Forms;

/// <summary>Dates and times, all written alike.</summary>
/// <param name="Format">How, in .NET's letters.</param>
internal sealed record DateForm(string Format) : ColumnForm
{
    /// <value>How a date without fractions of a second is written, if otherwise; null if not.</value>
    public string? WholeFormat { get; init; }

    /// <value>Whether the names of months are in capitals (true) or small letters (false); null if as in English.</value>
    public bool? IsUpperCase { get; init; }

    /// <value>What stands behind all dates, such as Z or +00:00.</value>
    public string Zone { get; init; } = "";

    /// <value>Whether they have different offsets: they are learnt, and written, in universal time.</value>
    public bool AreOffsetsMixed { get; init; }

    public override string Kind => "Dates";

    public override string Example => Write(new DateTime(2024, 12, 31, 23, 59, 58));

    public override bool CanRead(string text) => DateOf(text) is not null;

    public override DataFrameColumn Read(string name, ColumnCells cells) =>
        new DateTimeDataFrameColumn(name, cells.Select(text => text is null ? null : DateOf(text)));

    public override Func<string?> Writer(DataViewRow row, DataViewSchema.Column column) =>
        Cells.Of<DateTime>(row, column, value => value == default ? null : Write(value));

    /// <summary>The date, also of a text in another form that can be told for sure.</summary>
    public override string ToGiven(string text)
    {
        var date = DateOf(text) ?? (DateFinder.Find([text], new FormHints()).Form as DateForm)?.DateOf(text);
        return date?.ToString("O", CultureInfo.InvariantCulture) ?? text;
    }

    public string Write(DateTime value)
    {
        var format = WholeFormat is not null && value.Ticks % TimeSpan.TicksPerSecond == 0 ? WholeFormat : Format;
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        return (IsUpperCase is not { } isUpper ? text : isUpper ? text.ToUpperInvariant() : text.ToLowerInvariant()) + Zone;
    }

    /// <summary>The date of a text; null if it is not of the form.</summary>
    public DateTime? DateOf(string text)
    {
        var (local, zone) = Zones.Split(text);
        if (zone != Zone && !(AreOffsetsMixed && zone.Length > 0)) return null;
        if (!TryParse(local, Format, out var date) && !(WholeFormat is not null && TryParse(local, WholeFormat, out date))) return null;
        return AreOffsetsMixed ? date - Zones.OffsetOf(zone) : date;
    }

    private static bool TryParse(string text, string format, out DateTime date) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
