using System.Globalization;
using System.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Whole numbers. No cell can be missing.</summary>
/// <remarks>Unsigned numbers of 64 bits are learnt less 2⁶³, which keeps their order: 0 becomes the least of signed numbers.</remarks>
internal sealed class IntegerValue<T>(TabularValueType type, NumberDataViewType dataViewType) : WholeValue(type, ElementTypeOf<T>(), dataViewType)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    public override Quantity Quantity => Quantity.Number;

    public override (long Least, long Greatest)? Wholes => (long.CreateSaturating(T.MinValue), long.CreateSaturating(T.MaxValue));

    public override long Zero { get; } = Int128.CreateChecked(T.MaxValue) > long.MaxValue ? long.MinValue : 0;

    public override CellReader<long> Read(DataViewRow row, DataViewSchema.Column column) => Read<T>(row, column, ToForm);

    public override string TextOf(long form) => T.CreateTruncating(ToTensor(form)).ToString(null, CultureInfo.InvariantCulture);

    public override bool TryParse(string text, out long form)
    {
        var isOne = T.TryParse(text, CultureInfo.InvariantCulture, out var number);
        form = ToForm(number);
        return isOne;
    }

    public override TMade Make<TMade>(ICellMaker<TMade> maker) => maker.OfElements<T, T>(element => element);

    private long ToForm(T number) => unchecked(long.CreateTruncating(number) + Zero);
}
