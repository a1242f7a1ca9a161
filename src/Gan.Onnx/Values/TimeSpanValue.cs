using System.Globalization;
using Gan.Onnx.Graph;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Spans of time, as ticks. No cell can be missing.</summary>
internal sealed class TimeSpanValue() : WholeValue(TabularValueType.TimeSpan, OnnxElementType.Int64, TimeSpanDataViewType.Instance)
{
    private static readonly Quantity Spans = new(ticks => TimeSpan.FromTicks((long)ticks).ToString("g", CultureInfo.InvariantCulture));

    public override Quantity Quantity => Spans;

    public override CellReader<long> Read(DataViewRow row, DataViewSchema.Column column) => Read<TimeSpan>(row, column, span => span.Ticks);

    public override string TextOf(long form) => new TimeSpan(form).ToString("c", CultureInfo.InvariantCulture);

    public override bool TryParse(string text, out long form)
    {
        var isOne = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span);
        form = span.Ticks;
        return isOne;
    }

    public override TMade Make<TMade>(ICellMaker<TMade> maker) => maker.OfElements<long, TimeSpan>(ticks => new TimeSpan(ticks));
}
