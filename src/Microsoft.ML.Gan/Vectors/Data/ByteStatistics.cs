namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>The statistics of bytes, by exact sums.</summary>
internal sealed class ByteStatistics(int slots) : FeatureStatistics
{
    private const int Values = byte.MaxValue + 1;

    private readonly Sums[] _slots = [.. Enumerable.Repeat(Sums.Empty, slots)];
    private readonly long[] _counts = new long[Values];               // of each value, over all slots
    private readonly int[] _ofRow = new int[4 * Values];              // the same within a long row, of every fourth value: equal ones do not wait

    public override IReadOnlyList<SlotStatistics> Slots => [.. _slots.Length == 1 ? [ToStatistics(OfCounts())] : _slots.Select(ToStatistics)];

    public override bool HasValuesLikePixels => Array.FindLastIndex(_counts, count => count > 0) > byte.MaxValue / 2;

    public override bool HasEndsLikePixels => Array.Find(_counts, count => count > 0) > 1 && Array.FindLast(_counts, count => count > 0) > 1;

    public override void Add(ReadOnlySpan<byte> row)
    {
        Count(row);
        if (_slots.Length == 1) return;                               // the counts say it all
        for (var slot = 0; slot < row.Length; slot++) _slots[slot].Add(row[slot], 1);
    }

    private void Count(ReadOnlySpan<byte> row)
    {
        if (row.Length < _ofRow.Length)
        {
            foreach (var value in row) _counts[value]++;
            return;
        }
        Array.Clear(_ofRow);
        for (var i = 0; i < row.Length; i++) _ofRow[i % 4 * Values + row[i]]++;
        for (var i = 0; i < _ofRow.Length; i++) _counts[i % Values] += _ofRow[i];
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
