using Gan.Onnx.Graph;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Truth values, as 1 and 0. No cell can be missing.</summary>
internal sealed class BooleanValue() : WholeValue(TabularValueType.Boolean, OnnxElementType.Boolean, BooleanDataViewType.Instance)
{
    public override Quantity? Quantity => null;

    public override CellReader<long> Read(DataViewRow row, DataViewSchema.Column column) => Read<bool>(row, column, ToForm);

    public override string TextOf(long form) => form == 1 ? bool.TrueString : bool.FalseString;

    public override bool TryParse(string text, out long form)
    {
        var isOne = bool.TryParse(text, out var truth);
        form = ToForm(truth);
        return isOne;
    }

    public override TMade Make<TMade>(ICellMaker<TMade> maker) => maker.OfElements<bool, bool>(element => element);

    private static long ToForm(bool truth) => truth ? 1 : 0;
}
