using Gan.Onnx.Graph;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Floating-point numbers; NaN where missing.</summary>
internal abstract class RealValue(TabularValueType type, OnnxElementType elementType, NumberDataViewType dataViewType, bool isSingle)
    : TabularValueOf<double>(type, elementType, dataViewType)
{
    /// <value>Whether they are of single precision, so that 0.1 is 0.1 only to seven digits.</value>
    public bool IsSingle => isSingle;

    public override Quantity Quantity => Quantity.Number;

    public override string MissingText => "NaN";

    public override bool IsMissing(double form) => double.IsNaN(form);
}
