using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Forms;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Data.Sources;

/// <summary>How a column is written where cells have types.</summary>
internal static class StoredStyle
{
    /// <summary>The style, with the type of its cells.</summary>
    /// <param name="column">The column.</param>
    /// <param name="known">How it was read; null if that is not known.</param>
    public static ColumnStyle Of(DataViewSchema.Column column, ColumnStyle? known) => known switch
    {
        { Stored: not null } => known,
        null => new(column.Name, column.Name, new TextForm()) { Stored = new(KindOf(column.Type)) },
        { Form: NumberForm form } when form.MostDecimals == 0 && form.Exponent is null => Typed(known, new NumberForm(), CellKind.Int64),
        { Form: NumberForm form } => Typed(known, new NumberForm { MostDecimals = form.MostDecimals, Exponent = form.Exponent }, CellKind.Double),
        { Form: BooleanForm } => Typed(known, new BooleanForm(CellTexts.True, CellTexts.False), CellKind.Boolean),
        { Form: DateForm form } when !form.Format.Contains('h', StringComparison.OrdinalIgnoreCase) =>
            Typed(known, new DateForm(CellTexts.DayFormat), CellKind.Date),
        { Form: DateForm { Zone: "" } } => Typed(known, new DateForm(CellTexts.MomentFormat), CellKind.Timestamp),
        { Form: DateForm form } => Typed(known, new DateForm(CellTexts.MomentFormat) { Zone = OffsetOf(form.Zone) }, CellKind.ZonedTimestamp),
        _ => known with { Stored = new(CellKind.Text) },
    };

    private static ColumnStyle Typed(ColumnStyle known, ColumnForm form, CellKind kind) =>
        new(known.Name, known.Header, form) { Stored = new(kind) };

    private static string OffsetOf(string zone)
    {
        var offset = Zones.OffsetOf(zone);
        return $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";
    }

    private static CellKind KindOf(DataViewType type) => type switch
    {
        BooleanDataViewType => CellKind.Boolean,
        DateTimeDataViewType => CellKind.Timestamp,
        DateTimeOffsetDataViewType => CellKind.ZonedTimestamp,
        NumberDataViewType => CellTexts.KindOf(type.RawType, "") is CellKind.Single ? CellKind.Double : CellTexts.KindOf(type.RawType, "")!.Value,
        _ => CellKind.Text,
    };
}
