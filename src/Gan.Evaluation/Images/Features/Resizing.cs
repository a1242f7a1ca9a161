namespace Gan.Evaluation.Images.Features;

/// <summary>Resizes planes of values by the triangle filter, widened where they shrink, so that nothing is skipped.</summary>
/// <remarks>The same as Pillow's bilinear one: filters that skip pixels move Fréchet distances (Parmar, Zhang and Zhu 2022).</remarks>
internal sealed class Resizing(int height, int width, int size)
{
    private readonly (int First, float[] Weights)[] _rows = Filters(height, size), _columns = Filters(width, size);

    /// <summary>A square plane (size, size) of the one that begins at a place.</summary>
    public float[] Resize(float[] values, int start)
    {
        var narrow = new float[height * size];                                    // (height, size)
        for (var y = 0; y < height; y++)
            for (var x = 0; x < size; x++) narrow[y * size + x] = Sum(_columns[x], values, start + y * width, 1);
        var plane = new float[size * size];
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++) plane[y * size + x] = Sum(_rows[y], narrow, x, size);
        return plane;
    }

    private static float Sum((int First, float[] Weights) filter, float[] values, int start, int step)
    {
        var sum = 0f;
        for (var i = 0; i < filter.Weights.Length; i++) sum += filter.Weights[i] * values[start + (filter.First + i) * step];
        return sum;
    }

    private static (int First, float[] Weights)[] Filters(int from, int to) =>
        [.. Enumerable.Range(0, to).Select(output => Filter(from, (output + 0.5) * from / to, Math.Max(1, (double)from / to)))];

    private static (int First, float[] Weights) Filter(int from, double centre, double reach)
    {
        var first = Math.Max(0, (int)(centre - reach + 0.5));
        var end = Math.Min(from, (int)(centre + reach + 0.5));
        var weights = Enumerable.Range(first, end - first).Select(input => Math.Max(0, 1 - Math.Abs(input + 0.5 - centre) / reach)).ToArray();
        return (first, Array.ConvertAll(weights, weight => (float)(weight / weights.Sum())));
    }
}
