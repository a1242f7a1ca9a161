using System.Numerics.Tensors;

namespace Gan.Tool.Evaluation;

/// <summary>Euclidean distances between images.</summary>
internal static class Distances
{
    /// <summary>The median distance from an image to the nearest training image: small if a generator copies them.</summary>
    public static double MedianToNearest(IReadOnlyList<float[]> images, IReadOnlyList<float[]> training)
    {
        var distances = images.AsParallel().Select(image => training.Min(other => TensorPrimitives.Distance(image, other))).Order().ToArray();
        var middle = distances.Length / 2;
        return distances.Length % 2 == 1 ? distances[middle] : (distances[middle - 1] + distances[middle]) / 2.0;
    }

    /// <summary>The image that is nearest to a given one.</summary>
    public static float[] Nearest(float[] image, IEnumerable<float[]> others) => others.MinBy(other => TensorPrimitives.Distance(image, other))!;

    /// <summary>The mean distance between two different images: small if a generator always makes the same one.</summary>
    public static double MeanBetween(IReadOnlyList<float[]> images) =>
        images.SelectMany((image, index) => images.Skip(index + 1).Select(other => (double)TensorPrimitives.Distance(image, other))).Average();
}
