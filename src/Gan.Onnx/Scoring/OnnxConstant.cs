using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Integers for an input tensor that are the same in all rows.</summary>
/// <param name="TensorName">The tensor's name in the model.</param>
/// <param name="Row">Its values in a row; at least one.</param>
internal sealed record OnnxConstant(string TensorName, long[] Row)
{
    /// <summary>The tensor, as if a column were its source.</summary>
    public OnnxColumn ToColumn() => new(TensorName, TensorName, new VectorDataViewType(NumberDataViewType.Int64, Row.Length));
}
