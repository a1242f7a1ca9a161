namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>Running mean, deviation and range of one slot, in double precision (Welford 1962).</summary>
internal struct SlotStatistics
{
    private long _count;
    private double _squares;

    /// <param name="count">The number of values.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="squares">The sum of their squared distances from it.</param>
    /// <param name="least">The least of them.</param>
    /// <param name="greatest">The greatest of them.</param>
    public SlotStatistics(long count, double mean, double squares, double least, double greatest) =>
        (_count, Mean, _squares, Least, Greatest) = (count, mean, squares, least, greatest);

    public static SlotStatistics Empty => new() { Least = double.PositiveInfinity, Greatest = double.NegativeInfinity };

    public double Mean { get; private set; }

    public double Least { get; private set; }

    public double Greatest { get; private set; }

    public readonly double StandardDeviation => Math.Sqrt(_squares / _count);

    public void Add(double value)
    {
        _count++;
        var difference = value - Mean;
        Mean += difference / _count;
        _squares += difference * (value - Mean);
        Least = Math.Min(Least, value);
        Greatest = Math.Max(Greatest, value);
    }
}
