using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Keeps one column's values of a whole batch, since its source has moved on by the time that they are asked for.</summary>
internal abstract class ColumnCopy
{
    /// <summary>Values of structured types (images, maps, sequences) own resources and cannot be copied.</summary>
    public static bool CanCopy(DataViewType type) => type is PrimitiveDataViewType or VectorDataViewType;

    public static ColumnCopy Create(DataViewRow source, DataViewSchema.Column column, ScoringBatch batch)
    {
        var (copy, item) = column.Type is VectorDataViewType vector
            ? (typeof(VectorCopy<>), vector.ItemType.RawType)
            : (typeof(ValueCopy<>), column.Type.RawType);
        return (ColumnCopy)Activator.CreateInstance(copy.MakeGenericType(item), source, column, batch)!;
    }

    /// <summary>Reads the source's current row.</summary>
    public abstract void Read(int slot);

    /// <summary>A <see cref="ValueGetter{TValue}"/> of the batch's current row.</summary>
    public abstract Delegate Getter { get; }

    private static int CurrentSlot(ScoringBatch batch) => batch.Slot >= 0 ? batch.Slot : throw Getters.NotAtRow();

    private sealed class ValueCopy<T>(DataViewRow source, DataViewSchema.Column column, ScoringBatch batch) : ColumnCopy
    {
        private readonly ValueGetter<T> _getter = source.GetGetter<T>(column);
        private readonly T[] _values = new T[batch.Capacity];

        public override Delegate Getter => (ValueGetter<T>)((ref T value) => value = _values[CurrentSlot(batch)]);

        public override void Read(int slot) => _getter(ref _values[slot]);
    }

    private sealed class VectorCopy<T>(DataViewRow source, DataViewSchema.Column column, ScoringBatch batch) : ColumnCopy
    {
        private readonly ValueGetter<VBuffer<T>> _getter = source.GetGetter<VBuffer<T>>(column);
        private readonly VBuffer<T>[] _values = new VBuffer<T>[batch.Capacity];

        public override Delegate Getter => (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) => _values[CurrentSlot(batch)].CopyTo(ref value));

        public override void Read(int slot) => _getter(ref _values[slot]);
    }
}
