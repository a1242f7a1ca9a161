using System.Runtime.ExceptionServices;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Reads ahead in its source so that the model runs on many rows at once.</summary>
/// <remarks>
/// The first batch is small and each next one twice as large, so that a look at a few rows stays cheap. Rows read before the source
/// failed are handed out before its exception. Where a column cannot be copied, it stays in step with its source, a row at a time.
/// </remarks>
internal sealed class BatchingCursor : DataViewRowCursor
{
    private const int FirstBatch = 8;

    private readonly OnnxScorerMapper _mapper;
    private readonly DataViewRowCursor _source;
    private readonly bool[] _isActive;
    private readonly bool _isInStep;
    private readonly ScoringBatch _batch;
    private readonly Dictionary<int, ColumnCopy> _copies = [];
    private readonly ColumnCopy[] _copyList;
    private readonly ValueGetter<DataViewRowId> _sourceId;
    private readonly DataViewRowId[] _ids;
    private readonly long[] _sourceBatches;
    private int _nextBatch;
    private long _position = -1;
    private bool _isSourceAtEnd;
    private ExceptionDispatchInfo? _failure;

    public BatchingCursor(OnnxScorerMapper mapper, DataViewRowCursor source, bool[] isActive, int capacity)
    {
        _mapper = mapper;
        _source = source;
        _isActive = isActive;
        DataViewSchema.Column[] carried = [.. mapper.InputSchema.Where(column => isActive[column.Index])];
        _isInStep = !carried.All(column => ColumnCopy.CanCopy(column.Type));
        if (_isInStep) capacity = 1;
        _batch = new ScoringBatch(mapper, source, isActive, capacity) { Slot = -1 };
        if (!_isInStep)
        {
            foreach (var column in carried) _copies.Add(column.Index, ColumnCopy.Create(source, column, _batch));
        }
        _copyList = [.. _copies.Values];
        _sourceId = source.GetIdGetter();
        _ids = new DataViewRowId[capacity];
        _sourceBatches = new long[capacity];
        _nextBatch = Math.Min(FirstBatch, capacity);
    }

    public override DataViewSchema Schema => _mapper.OutputSchema;

    public override long Position => _position;

    public override long Batch => _position < 0 ? 0 : _sourceBatches[_batch.Slot];

    public override bool IsColumnActive(DataViewSchema.Column column) => _isActive[column.Index];

    public override ValueGetter<DataViewRowId> GetIdGetter() =>
        (ref DataViewRowId value) => value = _position >= 0 ? _ids[_batch.Slot] : throw Getters.NotAtRow();

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!IsColumnActive(column)) throw Getters.NotActive(column);
        var output = column.Index - _mapper.FirstOutput;
        if (output >= 0) return Getters.Typed<TValue>(_batch.Getter(output), column, isActive: true);
        return _isInStep
            ? _source.GetGetter<TValue>(_mapper.InputSchema[column.Index])
            : Getters.Typed<TValue>(_copies[column.Index].Getter, column, isActive: true);
    }

    public override bool MoveNext()
    {
        if (_batch.Slot + 1 >= _batch.Count && !ReadBatch())
        {
            _position = -1;
            _batch.Slot = -1;
            return false;
        }
        _batch.Slot++;
        _position++;
        return true;
    }

    private bool ReadBatch()
    {
        _batch.Clear();
        _batch.Slot = -1;
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
        {
            _position = -1;
            failure.Throw();
        }
        try
        {
            while (!_isSourceAtEnd && _batch.Count < _nextBatch) ReadRow();
        }
        catch (Exception exception)
        {
            _isSourceAtEnd = true;
            if (_batch.Count == 0) throw;
            _failure = ExceptionDispatchInfo.Capture(exception);
        }
        _nextBatch = Math.Min(_batch.Capacity, 2 * _nextBatch);
        return _batch.Count > 0;
    }

    private void ReadRow()
    {
        _isSourceAtEnd = !_source.MoveNext();
        if (_isSourceAtEnd) return;
        var slot = _batch.Count;
        foreach (var copy in _copyList) copy.Read(slot);
        _sourceId(ref _ids[slot]);
        _sourceBatches[slot] = _source.Batch;
        _batch.Add();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _batch.Dispose();
            _source.Dispose();
        }
        base.Dispose(disposing);
    }
}
