using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>The source's rows under the output schema, for readers that ask for no output of the model.</summary>
internal sealed class ForwardingCursor(OnnxScorerMapper mapper, DataViewRowCursor source, bool[] isActive) : DataViewRowCursor
{
    public override DataViewSchema Schema => mapper.OutputSchema;

    public override long Position => source.Position;

    public override long Batch => source.Batch;

    public override bool IsColumnActive(DataViewSchema.Column column) => isActive[column.Index];

    public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        IsColumnActive(column) ? source.GetGetter<TValue>(mapper.InputSchema[column.Index]) : throw Getters.NotActive(column);

    public override bool MoveNext() => source.MoveNext();

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }
}
