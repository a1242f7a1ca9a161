using System.Globalization;
using System.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Floating-point numbers of one precision.</summary>
internal sealed class FloatingValue<T>(TabularValueType type, NumberDataViewType dataViewType)
    : RealValue(type, ElementTypeOf<T>(), dataViewType, isSingle: typeof(T) == typeof(float))
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override (long Least, long Greatest)? Wholes => IsSingle ? (-1L << 24, 1L << 24) : (-1L << 53, 1L << 53);

    public override CellReader<double> Read(DataViewRow row, DataViewSchema.Column column) => Read<T>(row, column, double.CreateTruncating);

    public override string TextOf(double form) => T.CreateTruncating(form).ToString(null, CultureInfo.InvariantCulture);

    public override bool TryParse(string text, out double form)
    {
        var isOne = T.TryParse(text, CultureInfo.InvariantCulture, out var number);
        form = double.CreateTruncating(number);
        return isOne;
    }

    public override TMade Make<TMade>(ICellMaker<TMade> maker) => maker.OfElements<T, T>(element => element);
}
