namespace Gan.Onnx;

/// <summary>An integer for an input tensor, [1, 1], that is the same for all rows.</summary>
/// <param name="TensorName">The tensor's name in the model.</param>
/// <param name="Value">Its value.</param>
internal sealed record OnnxConstant(string TensorName, long Value);
