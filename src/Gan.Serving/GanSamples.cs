namespace Gan.Serving;

/// <summary>What a request for samples is answered with.</summary>
public sealed class GanSamples
{
    private readonly float[] _values;
    private readonly int _size;

    internal GanSamples(int count, IReadOnlyList<int> sampleShape, IReadOnlyList<string> classNames, float[] values)
    {
        Count = count;
        SampleShape = sampleShape;
        ClassNames = classNames;
        _values = values;
        _size = sampleShape.Aggregate((product, size) => product * size);
    }

    /// <value>The number of samples.</value>
    public int Count { get; }

    /// <value>The shape of one sample.</value>
    public IReadOnlyList<int> SampleShape { get; }

    /// <value>The class of each sample; empty for a generator without classes.</value>
    public IReadOnlyList<string> ClassNames { get; }

    /// <value>All values, sample after sample.</value>
    public ReadOnlyMemory<float> Values => _values;

    /// <summary>The values of one sample.</summary>
    /// <param name="index">Range: from 0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<float> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _values.AsSpan(index * _size, _size);
        }
    }
}
