using Gan.Onnx.Graph;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Values that are 64-bit integers: whole numbers, keys, truth values, dates, spans of time.</summary>
/// <remarks>The tensor's element of a missing cell is 0.</remarks>
internal abstract class WholeValue(TabularValueType type, OnnxElementType elementType, DataViewType dataViewType)
    : TabularValueOf<long>(type, elementType, dataViewType)
{
    /// <summary>What a value must be to become the tensor's element by a cast.</summary>
    public long ToTensor(long form) => unchecked(form - Zero);

    /// <summary>The number that a form stands for; NaN where it is missing.</summary>
    public double ToNumber(long form) => IsMissing(form) ? double.NaN : (double)((Int128)form - Zero);
}
