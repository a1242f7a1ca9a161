using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>The source's rows under the output schema, for readers that ask for no output of the model.</summary>
internal sealed class UnscoredCursor(OnnxScorerMapper mapper, DataViewRowCursor source, bool[] isActive) : ForwardingCursor(source)
{
    public override DataViewSchema Schema => mapper.OutputSchema;

    public override bool IsColumnActive(DataViewSchema.Column column) => isActive[column.Index];

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        IsColumnActive(column) ? Source.GetGetter<TValue>(mapper.InputSchema[column.Index]) : throw Getters.NotActive(column);
}
