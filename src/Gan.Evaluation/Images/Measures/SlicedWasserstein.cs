using System.Numerics.Tensors;

namespace Gan.Evaluation.Images.Measures;

/// <summary>The sliced Wasserstein distance (Rabin, Peyré, Delon and Bernot 2012).</summary>
/// <remarks>√ mean over directions θ of W₂²(θᵀx, θᵀy): along a line W₂² is the mean squared difference of quantiles.</remarks>
internal static class SlicedWasserstein
{
    private const int Directions = 128;

    public static double Between(IReadOnlyList<float[]> real, IReadOnlyList<float[]> others) =>
        Math.Sqrt(Enumerable.Range(0, Directions).AsParallel().AsOrdered().Select(draw =>
        {
            var direction = Draws.Direction(real[0].Length, draw);
            return SquaredAlong(Projected(real, direction), Projected(others, direction));
        }).ToArray().Average());

    /// <summary>W₂² of two sorted samples: each step of either quantile function counts by its width.</summary>
    public static double SquaredAlong(float[] first, float[] second)
    {
        var (sum, place, i, j) = (0.0, 0.0, 0, 0);
        while (i < first.Length && j < second.Length)
        {
            var (endOfFirst, endOfSecond) = ((i + 1.0) / first.Length, (j + 1.0) / second.Length);
            var end = Math.Min(endOfFirst, endOfSecond);
            var difference = (double)first[i] - second[j];
            sum += (end - place) * difference * difference;
            place = end;
            if (endOfFirst <= end) i++;
            if (endOfSecond <= end) j++;
        }
        return sum;
    }

    private static float[] Projected(IReadOnlyList<float[]> rows, float[] direction)
    {
        var places = rows.Select(row => TensorPrimitives.Dot<float>(row, direction)).ToArray();
        Array.Sort(places);
        return places;
    }
}
