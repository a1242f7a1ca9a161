using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>The memory behind one tensor of a batch; ONNX Runtime reads and writes it in place.</summary>
internal sealed class TensorBuffer<T>(OnnxColumn column, int capacity) : IDisposable
    where T : unmanaged
{
    private readonly T[] _values = GC.AllocateUninitializedArray<T>(checked(capacity * column.Size), pinned: true);   // (capacity, size)
    private OrtValue? _tensor;
    private int _rows;

    /// <summary>The values of one row.</summary>
    public Span<T> this[int slot] => _values.AsSpan(slot * column.Size, column.Size);

    /// <summary>The first rows as a tensor.</summary>
    public OrtValue Bind(int rows)
    {
        if (_tensor is not null && rows == _rows) return _tensor;
        _tensor?.Dispose();
        _rows = rows;
        return _tensor = OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance, _values.AsMemory(0, rows * column.Size), column.Shape(rows));
    }

    public void Dispose() => _tensor?.Dispose();
}
