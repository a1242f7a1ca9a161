namespace Gan.Onnx;

/// <summary>The shortest arc between two directions, with lengths that change evenly.</summary>
internal readonly ref struct Arc
{
    private const double LeastSum = 1e-6;           // of unit vectors: closer to opposite ones, rounding decides where the arc goes

    private readonly double _fromLength;
    private readonly double _toLength;
    private readonly double _angle;

    /// <exception cref="ArgumentException">The directions are opposite.</exception>
    public Arc(ReadOnlySpan<float> from, ReadOnlySpan<float> to)
    {
        (_fromLength, _toLength) = (Length(from), Length(to));
        if (_fromLength == 0 || _toLength == 0) return;
        var (difference, sum) = (0.0, 0.0);
        for (var i = 0; i < from.Length; i++)
        {
            var (u, v) = (from[i] / _fromLength, to[i] / _toLength);
            difference += (u - v) * (u - v);
            sum += (u + v) * (u + v);
        }
        if (Math.Sqrt(sum) < LeastSum)
        {
            throw new ArgumentException(
                "The latent vectors must not point in opposite directions, since no arc between those is the shortest, but they do. " +
                "Go by way of a third one.", nameof(to));
        }
        _angle = 2 * Math.Atan2(Math.Sqrt(difference), Math.Sqrt(sum));     // of small angles too, which the arc cosine has few digits of
    }

    /// <summary>The vector at an amount of the way; on a straight line where there is no angle.</summary>
    public void At(double amount, ReadOnlySpan<float> from, ReadOnlySpan<float> to, Span<float> latent)
    {
        var (a, b) = (1 - amount, amount);
        if (_angle > 0)
        {
            var length = a * _fromLength + b * _toLength;
            var scale = length / Math.Sin(_angle);
            (a, b) = (scale * Math.Sin(a * _angle) / _fromLength, scale * Math.Sin(b * _angle) / _toLength);
        }
        for (var i = 0; i < latent.Length; i++) latent[i] = (float)(a * from[i] + b * to[i]);
    }

    private static double Length(ReadOnlySpan<float> vector)
    {
        var sum = 0.0;
        foreach (var component in vector) sum += (double)component * component;
        return Math.Sqrt(sum);
    }
}
