namespace Gan.Onnx;

/// <summary>Rows for a condition that hardly any row fulfils, some at a time.</summary>
/// <param name="file">The file that makes them.</param>
/// <param name="nearest">The rows.</param>
/// <param name="count">Their number.</param>
internal sealed class FoundRows(FileRuns file, NearestRows nearest, long count) : IInputBlocks
{
    private const int FirstBlock = 16;

    private long _done;
    private int _block = FirstBlock;

    public RowInputs? Next()
    {
        if (_done >= count) return null;
        var rows = (int)Math.Min(_block, count - _done);
        var inputs = nearest.Inputs(_done, rows);
        _done += rows;
        _block = Math.Min(FileRuns.MostRows, 2 * _block);
        return inputs;
    }

    public void Dispose() => file.Dispose();
}
