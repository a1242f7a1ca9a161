using System.Numerics.Tensors;

namespace Gan.Evaluation.Images.Measures;

/// <summary>A ball around each point that reaches to its k-th nearest neighbour: together they stand for where the points come from.</summary>
internal sealed class Neighbourhoods
{
    private readonly IReadOnlyList<float[]> _points;
    private readonly float[] _radii;

    /// <param name="points">The points; more than k.</param>
    /// <param name="neighbours">k.</param>
    public Neighbourhoods(IReadOnlyList<float[]> points, int neighbours)
    {
        _points = points;
        _radii = [.. points.AsParallel().AsOrdered().Select(point => Radius(point, neighbours))];
    }

    /// <summary>How many of the balls each of other points lies in.</summary>
    public int[] Containing(IReadOnlyList<float[]> others) =>
        [.. others.AsParallel().AsOrdered().Select(other => Enumerable.Range(0, _points.Count).Count(ball => Contains(ball, other)))];

    /// <summary>The share of the balls that one of other points lies in.</summary>
    public double Met(IReadOnlyList<float[]> others) =>
        (double)Enumerable.Range(0, _points.Count).AsParallel().Count(ball => others.Any(other => Contains(ball, other))) / _points.Count;

    private bool Contains(int ball, float[] point) => TensorPrimitives.Distance<float>(_points[ball], point) <= _radii[ball];

    private float Radius(float[] point, int neighbours)
    {
        var distances = new float[_points.Count];
        for (var i = 0; i < distances.Length; i++) distances[i] = TensorPrimitives.Distance<float>(point, _points[i]);
        Array.Sort(distances);
        return distances[neighbours];                   // distances[0] is the point's own
    }
}
