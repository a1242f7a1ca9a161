using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>The rows of a vector column, one after the other in one array that grows; every value finite, every row of one length.</summary>
internal sealed class RowBuffer(FeatureColumn features, long expectedRows)
{
    private float[] _values = [];

    public int Count { get; private set; }

    /// <value>The length of a row; known after the first.</value>
    public int Width { get; private set; }

    public void Add(in VBuffer<float> row)
    {
        if (Count == 0) Start(row.Length);
        if (row.Length != Width)
            throw Fault($"must have {Width} values as row 1 has, but had {row.Length}. Make all vectors of one length.");

        var start = (long)Count * Width;
        if (start + Width > _values.Length) Array.Resize(ref _values, Capacity(start + Width, _values.Length * 2L));
        var target = _values.AsSpan((int)start, Width);
        row.CopyTo(target);
        foreach (var value in target)
        {
            if (!float.IsFinite(value))
                throw Fault($"must have finite values only, but had {value}. Replace or drop such rows, for example with ReplaceMissingValues.");
        }
        Count++;
    }

    public float[] ToArray()
    {
        Array.Resize(ref _values, Count * Width);
        return _values;
    }

    private void Start(int width)
    {
        if (width == 0) throw Fault("must have values, but its vector is empty.");
        Width = width;
        _values = new float[Capacity(width, expectedRows * width)];
    }

    private static int Capacity(long least, long wanted) => least <= Array.MaxLength
        ? (int)Math.Clamp(wanted, least, Array.MaxLength)
        : throw new ArgumentException(
            $"The training data must have at most {Array.MaxLength:N0} values in all, but has more. Train on a sample of the rows (TakeRows).");

    private ArgumentException Fault(string what) => new($"Row {Count + 1} of column '{features.Column.Name}' {what}");
}
