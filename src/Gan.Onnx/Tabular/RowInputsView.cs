using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>What a table's file makes rows of, as data: latent vectors, and what is given.</summary>
/// <remarks>Read by one cursor at a time in its order, since a row may follow from those before it.</remarks>
/// <param name="schema">The inputs: <see cref="GanTensors.Latent"/>, and <see cref="GanTensors.Given"/> and
/// <see cref="GanTensors.GivenNumbers"/> where the file has them.</param>
/// <param name="open">Opens the blocks of rows.</param>
/// <param name="count">The number of rows; null where it is not known.</param>
internal sealed class RowInputsView(DataViewSchema schema, Func<IInputBlocks> open, long? count) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => schema;

    public long? GetRowCount() => count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(schema, [.. columnsNeeded.Select(column => column.Index)], open());

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(DataViewSchema schema, HashSet<int> active, IInputBlocks blocks) : DataViewRowCursor
    {
        private RowInputs? _block;
        private int _row;
        private long _position = -1;
        private bool _isAtEnd;

        public override DataViewSchema Schema => schema;

        public override long Position => _position;

        public override long Batch => 0;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() =>
            (ref DataViewRowId id) => id = new((ulong)(_position >= 0 ? _position : throw Getters.NotAtRow()), 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Delegate getter = column.Name switch
            {
                GanTensors.Latent => Getter(block => block.Latents),
                GanTensors.Given => Getter(block => block.Codes),
                _ => Getter(block => block.Numbers),
            };
            return Getters.Typed<TValue>(getter, column, IsColumnActive(column));
        }

        public override bool MoveNext()
        {
            if (_isAtEnd) return false;
            if (_block is null || ++_row >= _block.Count)
            {
                do _block = blocks.Next(); while (_block is { Count: 0 });
                _row = 0;
            }
            _isAtEnd = _block is null;
            _position = _isAtEnd ? -1 : _position + 1;
            return !_isAtEnd;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) blocks.Dispose();
            base.Dispose(disposing);
        }

        private ValueGetter<VBuffer<T>> Getter<T>(Func<RowInputs, T[]> values) => (ref VBuffer<T> value) =>
        {
            if (_position < 0) throw Getters.NotAtRow();
            var all = values(_block!);
            var size = all.Length / _block!.Capacity;
            var editor = VBufferEditor.Create(ref value, size);
            all.AsSpan(_row * size, size).CopyTo(editor.Values);
            value = editor.Commit();
        };
    }
}
