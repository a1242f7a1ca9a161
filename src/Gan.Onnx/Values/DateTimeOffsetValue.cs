using System.Globalization;
using Gan.Onnx.Graph;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Moments, as ticks of universal time; the default of the type, which is 0, where missing.</summary>
/// <remarks>They come out with the offset that all of a table's cells share. If those have several, with that of universal time.</remarks>
internal sealed class DateTimeOffsetValue(ValueTraits traits)
    : WholeValue(TabularValueType.DateTimeOffset, OnnxElementType.Int64, DateTimeOffsetDataViewType.Instance)
{
    private const int GreatestOffsetMinutes = 14 * 60;
    private const DateTimeStyles Style = DateTimeStyles.RoundtripKind | DateTimeStyles.NoCurrentDateDefault;

    private static readonly Quantity Moments = Quantity.OfDates();

    private readonly TimeSpan _offset = TimeSpan.FromMinutes(traits.OffsetMinutes);

    public override ValueTraits Traits => traits;

    public override Quantity Quantity => Moments;

    public override long? Midnight => -_offset.Ticks;

    public override string MissingText => Show(default);

    public override TabularValue With(ValueTraits others) => new DateTimeOffsetValue(others);

    public override IEnumerable<string> Problems(ValueTraits others)
    {
        foreach (var problem in base.Problems(others)) yield return problem;
        if (others.OffsetMinutes is < -GreatestOffsetMinutes or > GreatestOffsetMinutes) yield return $"the offset of {others.OffsetMinutes} minutes";
    }

    /// <summary>A reader that notes the offset that all cells share.</summary>
    public override CellReader<long> Read(DataViewRow row, DataViewSchema.Column column)
    {
        TimeSpan? first = null;
        var isShared = true;
        return Read<DateTimeOffset>(row, column, ToForm) with { Value = () => Of(isShared ? first ?? default : default) };

        long ToForm(DateTimeOffset moment)
        {
            if (moment != default) isShared &= moment.Offset == (first ??= moment.Offset);
            return moment.UtcTicks;
        }
    }

    public override bool IsMissing(long form) => form == 0;

    public override string TextOf(long form) => ToMoment(form).ToString("o", CultureInfo.InvariantCulture);

    public override string Show(long form) =>
        ToMoment(form) is { TimeOfDay.Ticks: 0 } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : TextOf(form);

    /// <summary>The moment of a text; one without an offset has the column's.</summary>
    public override bool TryParse(string text, out long form)
    {
        var isOne = DateTime.TryParse(text, CultureInfo.InvariantCulture, Style, out var date);
        form = date.Ticks - _offset.Ticks;
        if (date.Kind == DateTimeKind.Unspecified) return isOne;
        isOne = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment);
        form = moment.UtcTicks;
        return isOne;
    }

    public override TMade Make<TMade>(ICellMaker<TMade> maker) => maker.OfElements<long, DateTimeOffset>(ToMoment);

    private static DateTimeOffsetValue Of(TimeSpan offset) => new(ValueTraits.None with { OffsetMinutes = (int)offset.TotalMinutes });

    private DateTimeOffset ToMoment(long ticks) => IsMissing(ticks) ? default : new DateTimeOffset(ticks, default).ToOffset(_offset);
}
