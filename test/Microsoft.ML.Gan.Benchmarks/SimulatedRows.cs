using System.Diagnostics.CodeAnalysis;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Vectors that are made as they are read, and take no memory: data of any size.</summary>
/// <param name="count">The number of rows.</param>
/// <param name="shape">The shape of a vector.</param>
/// <param name="fill">Makes a row.</param>
internal sealed class SimulatedRows<T>(long count, int[] shape, Action<long, Span<T>> fill) : IDataView
    where T : unmanaged
{
    public bool CanShuffle => false;

    public DataViewSchema Schema { get; } = CreateSchema(shape);

    public long? GetRowCount() => count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(this);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [new Cursor(this)];

    private static DataViewSchema CreateSchema(int[] shape)
    {
        PrimitiveDataViewType item = typeof(T) == typeof(byte) ? NumberDataViewType.Byte : NumberDataViewType.Single;
        var schema = new DataViewSchema.Builder();
        schema.AddColumn("Features", new VectorDataViewType(item, shape));
        return schema.ToSchema();
    }

    private void Fill(long row, Span<T> values) => fill(row, values);

    private sealed class Cursor(SimulatedRows<T> rows) : DataViewRowCursor
    {
        private readonly int _width = ((VectorDataViewType)rows.Schema[0].Type).Size;
        private long _position = -1;

        public override DataViewSchema Schema => rows.Schema;

        public override long Position => _position;

        public override long Batch => 0;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override bool MoveNext() => ++_position < rows.GetRowCount();

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_position, 0);

        [SuppressMessage("Style", "IDE0350", Justification = "A parameter by reference needs its type")]
        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            ValueGetter<VBuffer<T>> getter = (ref VBuffer<T> vector) =>
            {
                var editor = VBufferEditor.Create(ref vector, _width);
                rows.Fill(_position, editor.Values);
                vector = editor.Commit();
            };
            return (ValueGetter<TValue>)(Delegate)getter;
        }
    }
}
