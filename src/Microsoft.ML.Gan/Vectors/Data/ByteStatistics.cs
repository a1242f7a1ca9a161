namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>The statistics of bytes, by exact sums.</summary>
internal sealed class ByteStatistics(int slots) : FeatureStatistics
{
    private readonly Sums[] _slots = [.. Enumerable.Repeat(Sums.Empty, slots)];
    private readonly long[] _counts = new long[byte.MaxValue + 1];    // of each value, over all slots

    public override IReadOnlyList<SlotStatistics> Slots => [.. _slots.Length == 1 ? [ToStatistics(OfCounts())] : _slots.Select(ToStatistics)];

    public override bool HasValuesLikePixels => Array.FindLastIndex(_counts, count => count > 0) > byte.MaxValue / 2;

    public override bool HasEndsLikePixels => Array.Find(_counts, count => count > 0) > 1 && Array.FindLast(_counts, count => count > 0) > 1;

    public override void Add(ReadOnlySpan<byte> row)
    {
        foreach (var value in row) _counts[value]++;
        if (_slots.Length == 1) return;                               // the counts say it all
        for (var slot = 0; slot < row.Length; slot++) _slots[slot].Add(row[slot], 1);
    }

    private Sums OfCounts()
    {
        var sums = Sums.Empty;
        for (var value = 0; value < _counts.Length; value++)
            if (_counts[value] > 0) sums.Add((byte)value, _counts[value]);
        return sums;
    }

    private static SlotStatistics ToStatistics(Sums sums)
    {
        var mean = (double)sums.Sum / sums.Count;
        var squares = (double)((Int128)sums.Squares * sums.Count - (Int128)sums.Sum * sums.Sum) / sums.Count;
        return new(sums.Count, mean, squares, sums.Least, sums.Greatest);
    }

    private struct Sums
    {
        public static Sums Empty => new() { Least = byte.MaxValue };

        public long Count, Sum, Squares;
        public byte Least, Greatest;

        public void Add(byte value, long count)
        {
            Count += count;
            Sum += count * value;
            Squares += count * value * value;
            Least = Math.Min(Least, value);
            Greatest = Math.Max(Greatest, value);
        }
    }
}
