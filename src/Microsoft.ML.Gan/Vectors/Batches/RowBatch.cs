namespace Microsoft.ML.Gan.Vectors.Batches;

/// <summary>The rows of a batch, as they came.</summary>
/// <param name="rows">How many they are.</param>
/// <param name="rowBytes">The bytes of a row.</param>
/// <param name="after">The place in the order behind them.</param>
internal sealed class RowBatch(int rows, int rowBytes, RowPlace after)
{
    private int _count;

    public RowPlace After => after;

    /// <value>Their values, row after row.</value>
    public byte[] Values { get; } = GC.AllocateUninitializedArray<byte>(rows * rowBytes);

    /// <value>Their classes.</value>
    public long[] Classes { get; } = new long[rows];

    public void Add(ReadOnlySpan<byte> values, long @class)
    {
        values.CopyTo(Values.AsSpan(_count * rowBytes, rowBytes));
        Classes[_count++] = @class;
    }
}
