using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx;

/// <summary>Another cursor's rows under another schema.</summary>
/// <param name="source">The cursor, which goes with this one.</param>
internal abstract class ForwardingCursor(DataViewRowCursor source) : DataViewRowCursor
{
    public override long Position => Source.Position;

    public override long Batch => Source.Batch;

    protected DataViewRowCursor Source { get; } = source;

    public override ValueGetter<DataViewRowId> GetIdGetter() => Source.GetIdGetter();

    public override bool MoveNext() => Source.MoveNext();

    protected override void Dispose(bool disposing)
    {
        if (disposing) Source.Dispose();
        base.Dispose(disposing);
    }
}
