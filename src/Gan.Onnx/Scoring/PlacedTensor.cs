using Gan.Onnx.Graph;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Gan.Onnx;

/// <summary>A tensor in memory of the caller, which ONNX Runtime reads or writes in place.</summary>
/// <remarks>It is made anew where the memory or the number of rows is another one than at the last call. So most calls allocate nothing.</remarks>
internal sealed class PlacedTensor(OnnxColumn column, OnnxElementType elementType, int elementBytes) : IDisposable
{
    private OrtValue? _tensor;
    private nint _place;
    private int _rows;

    public string Name => column.TensorName;

    public OrtValue Value => _tensor!;

    /// <summary>Moves the tensor.</summary>
    /// <param name="place">Where its values are. The memory must neither move nor end before the run does.</param>
    /// <param name="rows">Their number of rows.</param>
    /// <returns>Whether it is a new one, to be bound.</returns>
    public bool Move(nint place, int rows)
    {
        if (_tensor is not null && place == _place && rows == _rows) return false;
        Dispose();
        (_place, _rows) = (place, rows);
        _tensor = OrtValue.CreateTensorValueWithData(
            OrtMemoryInfo.DefaultInstance, (TensorElementType)elementType, column.Shape(rows), place, (long)rows * column.Size * elementBytes);
        return true;
    }

    public void Dispose() => _tensor?.Dispose();
}
