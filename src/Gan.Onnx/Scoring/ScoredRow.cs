using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>One row and the model's outputs for it; what a prediction engine reads.</summary>
internal sealed class ScoredRow(OnnxScorerMapper mapper, DataViewRow source, bool[] isActive) : DataViewRow
{
    private readonly ScoringBatch _batch = new(mapper, source, isActive, capacity: 1);
    private long _scoredPosition = -1;

    public override DataViewSchema Schema => mapper.OutputSchema;

    public override long Position => source.Position;

    public override long Batch => source.Batch;

    public override bool IsColumnActive(DataViewSchema.Column column) => isActive[column.Index];

    public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!IsColumnActive(column)) throw Getters.NotActive(column);
        var output = column.Index - mapper.FirstOutput;
        if (output < 0) return source.GetGetter<TValue>(mapper.InputSchema[column.Index]);
        var getter = Getters.Typed<TValue>(_batch.Getter(output), column, isActive: true);
        return (ref TValue value) =>
        {
            ReadOnce();
            getter(ref value);
        };
    }

    /// <summary>Several outputs of one row share one run of the model.</summary>
    private void ReadOnce()
    {
        if (source.Position >= 0 && source.Position == _scoredPosition) return;
        _scoredPosition = -1;
        _batch.Clear();
        _batch.Add();
        _scoredPosition = source.Position;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _batch.Dispose();
            source.Dispose();
        }
        base.Dispose(disposing);
    }
}
