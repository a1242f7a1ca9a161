using Microsoft.ML;

namespace Gan.Onnx;

/// <summary>Data with a model's outputs beside it, computed as the rows are read.</summary>
internal sealed class OnnxScorerView(OnnxScorerMapper mapper, IDataView input) : IDataView
{
    private const int LargestBatch = 256;
    private const int LargestTensor = 1 << 24;      // values in a tensor: 64 MB of Single

    public bool CanShuffle => input.CanShuffle;

    public DataViewSchema Schema => mapper.OutputSchema;

    public long? GetRowCount() => input.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var isActive = mapper.Active(columnsNeeded);
        return Wrap(input.GetRowCursor(Dependencies(isActive), rand), isActive);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        var isActive = mapper.Active(columnsNeeded);
        return [.. input.GetRowCursorSet(Dependencies(isActive), n, rand).Select(cursor => Wrap(cursor, isActive))];
    }

    private DataViewSchema.Column[] Dependencies(bool[] isActive) => [.. mapper.GetDependencies(Schema.Where(column => isActive[column.Index]))];

    private DataViewRowCursor Wrap(DataViewRowCursor source, bool[] isActive) => mapper.IsAnyOutput(isActive)
        ? new BatchingCursor(mapper, source, isActive, Capacity())
        : new UnscoredCursor(mapper, source, isActive);

    private int Capacity()
    {
        var widest = mapper.Scorer.Inputs.Concat(mapper.Scorer.Outputs).Max(column => column.Size);
        var rows = Math.Min(LargestBatch, Math.Max(1, input.GetRowCount() ?? LargestBatch));
        return (int)Math.Clamp(LargestTensor / widest, 1, rows);
    }
}
