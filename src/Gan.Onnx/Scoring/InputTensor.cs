using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>Copies a column's values, row by row, into an input tensor.</summary>
internal abstract class InputTensor : IDisposable
{
    /// <summary>The one place that knows which column types can be inputs.</summary>
    public static InputTensor Create(OnnxColumn input, DataViewRow row, DataViewSchema.Column column, int capacity) => input.Type switch
    {
        VectorDataViewType when (row as IVectorRow)?.Writer(column) is { } writer => new WrittenInput(input, writer, capacity),
        VectorDataViewType vector when vector.ItemType == NumberDataViewType.Single => new VectorInput<float>(input, row, column, capacity),
        VectorDataViewType vector when vector.ItemType == NumberDataViewType.Byte => new ByteInput(input, row, column, capacity),
        VectorDataViewType vector when vector.ItemType == NumberDataViewType.Int64 => new VectorInput<long>(input, row, column, capacity),
        VectorDataViewType vector when vector.ItemType == NumberDataViewType.Double => new VectorInput<double>(input, row, column, capacity),
        KeyDataViewType key when key.RawType == typeof(uint) => new KeyInput(input, row, column, capacity),
        var type when type == NumberDataViewType.Single => new ScalarInput<float>(input, row, column, capacity),
        var type when type == NumberDataViewType.UInt32 => new ScalarInput<uint>(input, row, column, capacity),
        var type when type == NumberDataViewType.Int64 => new ScalarInput<long>(input, row, column, capacity),
        _ => throw new NotSupportedException(
            $"Input column '{input.ColumnName}' must be Single, UInt32, Int64, a key or a vector of Single, Byte or Int64, but was {input.Type}."),
    };

    /// <summary>The same values in every row, written once.</summary>
    public static InputTensor Create(OnnxConstant constant, int capacity) => new ConstantInput(constant, capacity);

    /// <summary>Reads the source's current row.</summary>
    public abstract void Read(int slot);

    public abstract OrtValue Bind(int rows);

    public abstract void Dispose();

    private abstract class Buffered<T>(OnnxColumn input, int capacity) : InputTensor
        where T : unmanaged
    {
        protected OnnxColumn Input { get; } = input;

        protected TensorBuffer<T> Buffer { get; } = new(input, capacity);

        public override OrtValue Bind(int rows) => Buffer.Bind(rows);

        public override void Dispose() => Buffer.Dispose();

        protected void RequireLength(int length, DataViewRow row)
        {
            if (length == Input.Size) return;
            throw new InvalidOperationException(
                $"The {Input.Role} column '{Input.ColumnName}' must have {Input.Size} values in each row, but had {length} " +
                $"in row {row.Position + 1}.");
        }
    }

    private sealed class ScalarInput<T>(OnnxColumn input, DataViewRow row, DataViewSchema.Column column, int capacity) : Buffered<T>(input, capacity)
        where T : unmanaged
    {
        private readonly ValueGetter<T> _getter = row.GetGetter<T>(column);

        public override void Read(int slot) => _getter(ref Buffer[slot][0]);
    }

    private sealed class VectorInput<T>(OnnxColumn input, DataViewRow row, DataViewSchema.Column column, int capacity) : Buffered<T>(input, capacity)
        where T : unmanaged
    {
        private readonly ValueGetter<VBuffer<T>> _getter = row.GetGetter<VBuffer<T>>(column);
        private VBuffer<T> _vector;

        public override void Read(int slot)
        {
            _getter(ref _vector);
            RequireLength(_vector.Length, row);
            _vector.CopyTo(Buffer[slot]);
        }
    }

    /// <summary>Bytes, as the floating-point numbers that the tensor has.</summary>
    private sealed class ByteInput(OnnxColumn input, DataViewRow row, DataViewSchema.Column column, int capacity) : Buffered<float>(input, capacity)
    {
        private readonly ValueGetter<VBuffer<byte>> _getter = row.GetGetter<VBuffer<byte>>(column);
        private VBuffer<byte> _vector;

        public override void Read(int slot)
        {
            _getter(ref _vector);
            RequireLength(_vector.Length, row);
            var target = Buffer[slot];
            target.Clear();
            foreach (var (index, value) in _vector.Items()) target[index] = value;
        }
    }

    private sealed class WrittenInput(OnnxColumn input, VectorWriter writer, int capacity) : Buffered<float>(input, capacity)
    {
        public override void Read(int slot) => writer(Buffer[slot]);
    }

    private sealed class ConstantInput : Buffered<long>
    {
        public ConstantInput(OnnxConstant constant, int capacity)
            : base(constant.ToColumn(), capacity)
        {
            for (var slot = 0; slot < capacity; slot++) constant.Row.CopyTo(Buffer[slot]);
        }

        public override void Read(int slot)
        {
            // every row has been written
        }
    }

    private sealed class KeyInput(OnnxColumn input, DataViewRow row, DataViewSchema.Column column, int capacity) : Buffered<uint>(input, capacity)
    {
        private readonly ValueGetter<uint> _getter = row.GetGetter<uint>(column);
        private readonly ulong _count = ((KeyDataViewType)input.Type).Count;

        public override void Read(int slot)
        {
            ref var key = ref Buffer[slot][0];
            _getter(ref key);
            if (key >= 1 && key <= _count) return;
            throw new InvalidOperationException(
                $"The {Input.Role} column '{Input.ColumnName}' must have key values from 1 to {_count}, but had {(key == 0 ? "0 (missing)" : key)} " +
                $"in row {row.Position + 1}. Remove such rows, or map them to a known class.");
        }
    }
}
