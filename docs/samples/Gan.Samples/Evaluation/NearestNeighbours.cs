using System.Numerics.Tensors;

namespace Gan.Samples.Evaluation;

/// <summary>How near images are to the training images: a generator that copies them is too near.</summary>
internal static class NearestNeighbours
{
    /// <summary>The median Euclidean distance from an image to the nearest training image.</summary>
    public static double MedianDistance(IReadOnlyList<float[]> images, IReadOnlyList<float[]> training)
    {
        var distances = images.AsParallel().Select(image => training.Min(other => TensorPrimitives.Distance(image, other))).Order().ToArray();
        var middle = distances.Length / 2;
        return distances.Length % 2 == 1 ? distances[middle] : (distances[middle - 1] + distances[middle]) / 2.0;
    }
}
