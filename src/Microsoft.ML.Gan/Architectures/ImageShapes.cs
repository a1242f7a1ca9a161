namespace Microsoft.ML.Gan.Architectures;

/// <summary>The images that convolutional architectures can make: 1 or 3 channels, and sides that halve evenly.</summary>
internal static class ImageShapes
{
    private const int SmallestSide = 8;

    /// <summary>Why images of a shape can't be made, or null if they can.</summary>
    /// <param name="shape">[channels, height, width].</param>
    /// <param name="greatestSide">The most pixels that a side may have.</param>
    /// <param name="architecture">The architecture's name, for the message.</param>
    public static string? Problem(IReadOnlyList<int> shape, int greatestSide, string architecture)
    {
        var text = string.Join(", ", shape);
        if (shape.Count != 3 || shape[0] is not (1 or 3))
            return $"The sample shape must be [1 or 3 channels, height, width] for {architecture}, but was [{text}].";
        if (shape.Skip(1).Any(side => side < SmallestSide || side > greatestSide || side % 2 != 0))
            return $"Height and width must be even and from {SmallestSide} to {greatestSide} for {architecture}, but the sample shape was " +
                $"[{text}]. Crop or pad the images.";
        return null;
    }

    /// <summary>How often both sides halve evenly without falling below the smallest.</summary>
    public static int Halvings(IReadOnlyList<int> shape, int smallest)
    {
        var count = 0;
        var (height, width) = (shape[1], shape[2]);
        for (; height % 2 == 0 && width % 2 == 0 && Math.Min(height, width) / 2 >= smallest; height /= 2, width /= 2) count++;
        return count;
    }
}
