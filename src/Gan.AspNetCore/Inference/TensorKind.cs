using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Gan.AspNetCore;

/// <summary>An element type of tensors: what the protocol calls it, and its values as JSON.</summary>
/// <param name="type">The type in ONNX Runtime.</param>
/// <param name="name">Its name in the protocol.</param>
internal abstract class TensorKind(TensorElementType type, string name)
{
    private static readonly TensorKind[] All =
    [
        new NumberTensorKind<float>(TensorElementType.Float, "FP32"),
        new NumberTensorKind<double>(TensorElementType.Double, "FP64"),
        new NumberTensorKind<sbyte>(TensorElementType.Int8, "INT8"),
        new NumberTensorKind<short>(TensorElementType.Int16, "INT16"),
        new NumberTensorKind<int>(TensorElementType.Int32, "INT32"),
        new NumberTensorKind<long>(TensorElementType.Int64, "INT64"),
        new NumberTensorKind<byte>(TensorElementType.UInt8, "UINT8"),
        new NumberTensorKind<ushort>(TensorElementType.UInt16, "UINT16"),
        new NumberTensorKind<uint>(TensorElementType.UInt32, "UINT32"),
        new NumberTensorKind<ulong>(TensorElementType.UInt64, "UINT64"),
        new TruthTensorKind(),
        new TextTensorKind(),
    ];

    public string Name => name;

    private TensorElementType Type => type;

    public static TensorKind Of(TensorElementType type) => All.First(kind => kind.Type == type);

    /// <summary>A tensor of JSON values; null if one of them is not of this type.</summary>
    public abstract OrtValue? Read(IReadOnlyList<JsonElement> values, long[] shape);

    /// <summary>Writes the values of a tensor as an array.</summary>
    public abstract void Write(Utf8JsonWriter json, OrtValue tensor);
}
