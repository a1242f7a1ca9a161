using System.Globalization;
using Gan.Onnx.Graph;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Dates and times, as ticks; the first of all dates, the default of its type, where missing.</summary>
internal sealed class DateTimeValue() : WholeValue(TabularValueType.DateTime, OnnxElementType.Int64, DateTimeDataViewType.Instance)
{
    private const DateTimeStyles Style = DateTimeStyles.RoundtripKind | DateTimeStyles.NoCurrentDateDefault;

    private static readonly Quantity Dates = Quantity.OfDates();

    public override Quantity Quantity => Dates;

    public override long? Midnight => 0;

    public override string MissingText => Show(default);

    public override CellReader<long> Read(DataViewRow row, DataViewSchema.Column column) => Read<DateTime>(row, column, date => date.Ticks);

    public override bool IsMissing(long form) => form == 0;

    public override string TextOf(long form) => new DateTime(form).ToString("o", CultureInfo.InvariantCulture);

    public override string Show(long form) =>
        form % TimeSpan.TicksPerDay == 0 ? new DateTime(form).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : TextOf(form);

    public override bool TryParse(string text, out long form)
    {
        var isOne = DateTime.TryParse(text, CultureInfo.InvariantCulture, Style, out var date);
        form = date.Ticks;
        return isOne && date.Kind == DateTimeKind.Unspecified;            // of another time zone, it would be another time on each machine
    }

    public override TMade Make<TMade>(ICellMaker<TMade> maker) => maker.OfElements<long, DateTime>(ticks => new DateTime(ticks));
}
