using System.Runtime.InteropServices;
using Microsoft.ML.Data;
using TorchSharp;

namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>Gives the values of the current row, as the bytes that they are in memory.</summary>
internal delegate ReadOnlySpan<byte> RowGetter();

/// <summary>How the values of a column of vectors lie in memory: rows are kept as the bytes that they came as.</summary>
internal abstract class FeatureFormat
{
    private static readonly FeatureFormat[] All = [new SingleFormat(), new ByteFormat()];

    /// <value>The type of a value in the column.</value>
    public abstract NumberDataViewType ItemType { get; }

    /// <value>The bytes of a value.</value>
    public abstract int Size { get; }

    /// <value>The type of a value in a tensor.</value>
    public abstract torch.ScalarType TensorType { get; }

    /// <summary>The format of a column's values; null for a type that can't be trained on.</summary>
    public static FeatureFormat? Of(DataViewType item) => Array.Find(All, format => format.ItemType.Equals(item));

    /// <summary>Reads rows; zeros that a sparse vector leaves out are put in.</summary>
    public abstract RowGetter Getter(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Takes in the values of rows, in so many slots.</summary>
    public abstract FeatureStatistics CreateStatistics(int slots);

    /// <summary>The first value of a row that is not finite; null if all are.</summary>
    public abstract double? NotFinite(ReadOnlySpan<byte> row);

    private abstract class Vectors<T> : FeatureFormat where T : unmanaged
    {
        public override int Size => Marshal.SizeOf<T>();

        public override RowGetter Getter(DataViewRow row, DataViewSchema.Column column)
        {
            var getter = row.GetGetter<VBuffer<T>>(column);
            VBuffer<T> vector = default;
            T[] dense = [];
            return () =>
            {
                getter(ref vector);
                if (vector.IsDense) return MemoryMarshal.AsBytes(vector.GetValues());
                if (dense.Length != vector.Length) dense = new T[vector.Length];
                vector.CopyTo(dense);
                return MemoryMarshal.AsBytes<T>(dense);
            };
        }
    }

    private sealed class SingleFormat : Vectors<float>
    {
        public override NumberDataViewType ItemType => NumberDataViewType.Single;

        public override torch.ScalarType TensorType => torch.ScalarType.Float32;

        public override FeatureStatistics CreateStatistics(int slots) => new SingleStatistics(slots);

        public override double? NotFinite(ReadOnlySpan<byte> row)
        {
            foreach (var value in MemoryMarshal.Cast<byte, float>(row))
                if (!float.IsFinite(value)) return value;
            return null;
        }
    }

    private sealed class ByteFormat : Vectors<byte>
    {
        public override NumberDataViewType ItemType => NumberDataViewType.Byte;

        public override torch.ScalarType TensorType => torch.ScalarType.Byte;

        public override FeatureStatistics CreateStatistics(int slots) => new ByteStatistics(slots);

        public override double? NotFinite(ReadOnlySpan<byte> row) => null;
    }
}
