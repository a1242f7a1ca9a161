using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Reads every <paramref name="stride"/>th batch of rows, starting with batch <paramref name="first"/>.</summary>
internal sealed class LatentCursor(LatentDataView view, IEnumerable<DataViewSchema.Column> columnsNeeded, long count, int first, int stride)
    : DataViewRowCursor, IVectorRow
{
    private readonly HashSet<int> _active = [.. columnsNeeded.Select(column => column.Index)];
    private long _position = -1;
    private long _row = (long)first * LatentDataView.RowsPerBatch - 1;
    private bool _isAtEnd;

    public override DataViewSchema Schema => view.Schema;

    public override long Position => _position;

    public override long Batch => _position < 0 || stride == 1 ? 0 : _row / LatentDataView.RowsPerBatch;

    public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)CurrentRow(), 0);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        Delegate getter = column.Index == 0 ? (ValueGetter<VBuffer<float>>)GetLatent : (ValueGetter<uint>)GetLabel;
        return Getters.Typed<TValue>(getter, column, IsColumnActive(column));
    }

    public VectorWriter? Writer(DataViewSchema.Column column) => column.Index == 0 ? Write : null;

    public override bool MoveNext()
    {
        if (_isAtEnd) return false;
        _row++;
        if (_row % LatentDataView.RowsPerBatch == 0 && _position >= 0) _row += (stride - 1L) * LatentDataView.RowsPerBatch;
        _isAtEnd = _row >= count;
        _position = _isAtEnd ? -1 : _position + 1;
        return !_isAtEnd;
    }

    private long CurrentRow() => _position >= 0 ? view.FirstRow + _row : throw Getters.NotAtRow();

    private void GetLatent(ref VBuffer<float> value)
    {
        var editor = VBufferEditor.Create(ref value, view.Source.LatentSize);
        Write(editor.Values);
        value = editor.Commit();
    }

    private void Write(Span<float> latent) => view.Source.Fill(CurrentRow(), latent);

    private void GetLabel(ref uint value) => value = view.Labels!.KeyOf(CurrentRow());
}
