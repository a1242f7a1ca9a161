using System.Numerics.Tensors;

namespace Gan.Evaluation.Images.Measures;

/// <summary>The nearest of other images to each.</summary>
internal static class NearestImages
{
    public static (float Distance, int Position)[] Of(IReadOnlyList<float[]> rows, IReadOnlyList<float[]> others) =>
        [.. rows.AsParallel().AsOrdered().Select(row => Nearest(row, others))];

    private static (float Distance, int Position) Nearest(float[] row, IReadOnlyList<float[]> others)
    {
        var nearest = (Distance: float.PositiveInfinity, Position: 0);
        for (var i = 0; i < others.Count; i++)
        {
            var distance = TensorPrimitives.Distance<float>(row, others[i]);
            if (distance < nearest.Distance) nearest = (distance, i);
        }
        return nearest;
    }
}
