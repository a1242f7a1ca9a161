using System.Numerics.Tensors;

namespace Gan.Evaluation.Images.Measures;

/// <summary>The kernel distance, "KID" (Bińkowski, Sutherland, Arbel and Gretton 2018).</summary>
/// <remarks>
/// The squared maximum mean discrepancy under k(x, y) = (xᵀy / d + 1)³, estimated without bias: equal distributions have 0 on average, at
/// any number of images, and may come out slightly negative.
/// </remarks>
internal static class KernelDistance
{
    /// <summary>The mean of the estimates on subsets, and their standard deviation.</summary>
    /// <param name="real">The features of the real images.</param>
    /// <param name="others">The features of the others.</param>
    /// <param name="subsets">How many subsets are drawn of each.</param>
    /// <param name="most">How large they are; half of the images if there are fewer, so that subsets differ.</param>
    public static (double Mean, double Deviation) Between(IReadOnlyList<float[]> real, IReadOnlyList<float[]> others, int subsets, int most)
    {
        var size = Math.Max(2, Math.Min(most, Math.Min(real.Count, others.Count) / 2));
        var estimates = Enumerable.Range(0, subsets).AsParallel().AsOrdered().Select(draw => Estimate(
            Array.ConvertAll(Draws.Subset(real.Count, size, draw, Draws.Purpose.Subset), row => real[row]),
            Array.ConvertAll(Draws.Subset(others.Count, size, draw, Draws.Purpose.OtherSubset), row => others[row]))).ToArray();
        var mean = estimates.Average();
        return (mean, Math.Sqrt(estimates.Average(estimate => (estimate - mean) * (estimate - mean))));
    }

    /// <summary>The unbiased estimate: mean k(x, x') of different x + mean k(y, y') of different y − 2 mean k(x, y).</summary>
    public static double Estimate(float[][] real, float[][] others) =>
        Within(real) + Within(others) - 2 * real.Average(x => others.Average(y => Kernel(x, y)));

    private static double Within(float[][] rows)
    {
        var sum = 0.0;
        for (var i = 1; i < rows.Length; i++)
            for (var j = 0; j < i; j++) sum += Kernel(rows[i], rows[j]);
        return 2 * sum / rows.Length / (rows.Length - 1);
    }

    private static double Kernel(float[] x, float[] y)
    {
        var value = (double)TensorPrimitives.Dot<float>(x, y) / x.Length + 1;
        return value * value * value;
    }
}
