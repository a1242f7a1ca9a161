namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>Running mean, deviation and range of one slot, in double precision (Welford 1962).</summary>
internal struct SlotStatistics
{
    private long _count;
    private double _squares;

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
