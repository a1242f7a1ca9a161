namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>Rows by their numbers, as bytes, with their classes. It grows block by block: nothing is copied when it does.</summary>
/// <param name="rowBytes">The bytes of a row.</param>
internal sealed class RowStore(int rowBytes)
{
    private const int BlockBytes = 1 << 20, MostRowsOfBlock = 1 << 14;

    private readonly int _rowsOfBlock = Math.Clamp(BlockBytes / rowBytes, 1, MostRowsOfBlock);
    private readonly List<(byte[] Values, long[] Classes)> _blocks = [];

    /// <value>The bytes of a row's values.</value>
    public int RowBytes => rowBytes;

    public long Count { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="values">Its values.</param>
    /// <param name="class">Its class; 0 if there are none.</param>
    public void Add(ReadOnlySpan<byte> values, long @class)
    {
        if (Count == (long)_blocks.Count * _rowsOfBlock) AddBlock();
        Set(Count++, values, @class);
    }

    /// <summary>Puts a row in the place of another.</summary>
    public void Set(long row, ReadOnlySpan<byte> values, long @class)
    {
        var (block, within) = Math.DivRem(row, _rowsOfBlock);
        values.CopyTo(_blocks[(int)block].Values.AsSpan((int)within * rowBytes, rowBytes));
        _blocks[(int)block].Classes[within] = @class;
    }

    /// <summary>Makes room for so many rows; what is in them is of no use.</summary>
    public void Resize(long count)
    {
        var blocks = (int)((count + _rowsOfBlock - 1) / _rowsOfBlock);
        if (blocks < _blocks.Count) _blocks.RemoveRange(blocks, _blocks.Count - blocks);
        while (_blocks.Count < blocks) AddBlock();
        Count = count;
    }

    public ReadOnlySpan<byte> Values(long row)
    {
        var (block, within) = Math.DivRem(row, _rowsOfBlock);
        return _blocks[(int)block].Values.AsSpan((int)within * rowBytes, rowBytes);
    }

    public long Class(long row) => _blocks[(int)(row / _rowsOfBlock)].Classes[row % _rowsOfBlock];

    /// <summary>Hands its rows out, some at a time, and forgets each part as the next is asked for.</summary>
    public IEnumerable<(ArraySegment<byte> Values, ArraySegment<long> Classes)> Empty()
    {
        for (var block = 0; Count > 0; block++)
        {
            var (values, classes) = _blocks[block];
            _blocks[block] = default;
            var rows = (int)Math.Min(Count, _rowsOfBlock);
            yield return (new(values, 0, rows * rowBytes), new(classes, 0, rows));
            Count -= rows;
        }
        _blocks.Clear();
    }

    private void AddBlock() => _blocks.Add((new byte[_rowsOfBlock * rowBytes], new long[_rowsOfBlock]));
}
