using Gan.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Serving;

/// <summary>Rows in memory: what a request for a table's rows is answered with.</summary>
internal sealed class CollectedRows(DataViewSchema schema, IReadOnlyList<CollectedColumn> columns, int count) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => schema;

    public long? GetRowCount() => count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private long Count => count;

    private CollectedColumn Column(int index) => columns[index];

    private sealed class Cursor(CollectedRows rows, HashSet<int> active) : DataViewRowCursor
    {
        private long _position = -1;

        public override DataViewSchema Schema => rows.Schema;

        public override long Position => _position < rows.Count ? _position : -1;

        public override long Batch => 0;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override bool MoveNext() => _position < rows.Count && ++_position < rows.Count;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)Row(), 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column)) throw Getters.NotActive(column);
            var cells = rows.Column(column.Index) as CollectedCells<TValue> ?? throw new InvalidOperationException(
                $"Column '{column.Name}' has values of type {column.Type.RawType}, but {typeof(TValue)} was asked for.");
            return (ref TValue value) => value = cells[Row()];
        }

        private long Row() => Position >= 0 ? _position : throw Getters.NotAtRow();
    }
}
