namespace Microsoft.ML.Gan.Architectures;

/// <summary>The images that convolutional architectures can make: 1 to 4 channels, and sides that halve evenly.</summary>
internal static class ImageShapes
{
    private const int MostChannels = 4;
    private const int SmallestSide = 8;
    private const int SmallestBasis = 4;                              // a side is halved down to 4 to 8 pixels
    private const int MostStages = 5;                                 // as at 128 pixels

    /// <summary>Why images of a shape can't be made, or null if they can.</summary>
    /// <param name="shape">[channels, height, width].</param>
    /// <param name="greatestSide">The most pixels that a side may have.</param>
    /// <param name="architecture">The architecture's name, for the message.</param>
    public static string? Problem(IReadOnlyList<int> shape, int greatestSide, string architecture)
    {
        if (shape.Count != 3 || shape[0] is < 1 or > MostChannels)
            return $"The sample shape must be [height, width], [channels, height, width] or [height, width, channels] with 1 to {MostChannels} " +
                $"channels for {architecture}, but was [{string.Join(", ", shape)}].";
        var (height, width) = (shape[1], shape[2]);
        if (!AreSides(height, width, greatestSide))
            return $"Height and width must be from {SmallestSide} to {greatestSide} for {architecture}, but were {height} and {width}. " +
                "Crop, pad or resize the images.";
        return height % 2 == 0 && width % 2 == 0
            ? null
            : $"Height and width must be even for {architecture}, but were {height} and {width}. Crop or pad the images.";
    }

    /// <summary>
    /// The image that networks make in place of a sample: channels first, and a few pixels larger where its sides don't halve evenly. What is no
    /// image stays as it is.
    /// </summary>
    /// <param name="sampleShape">The shape of one sample.</param>
    /// <param name="greatestPlainSide">Up to this, even sides stay as they are.</param>
    /// <param name="greatestSide">The most pixels that a side may have.</param>
    public static IReadOnlyList<int> NetworkShape(IReadOnlyList<int> sampleShape, int greatestPlainSide, int greatestSide)
    {
        var shape = ChannelsFirst(sampleShape);
        if (shape.Count != 3 || !AreSides(shape[1], shape[2], greatestSide)) return shape;
        var isPlain = shape.Skip(1).All(side => side % 2 == 0 && side <= greatestPlainSide);
        return isPlain ? shape : [shape[0], Larger(shape[1]), Larger(shape[2])];
    }

    /// <summary>The shape as [channels, height, width].</summary>
    public static IReadOnlyList<int> ChannelsFirst(IReadOnlyList<int> shape) =>
        shape.Count == 2 ? [1, .. shape] : IsChannelsLast(shape) ? [shape[2], shape[0], shape[1]] : shape;

    /// <summary>Whether a shape is [height, width, channels], as <c>ExtractPixels</c> gives it with interleaved colours.</summary>
    public static bool IsChannelsLast(IReadOnlyList<int> shape) => shape.Count == 3 && shape[0] > MostChannels && shape[2] <= MostChannels;

    /// <summary>How often both sides halve evenly without falling below the smallest.</summary>
    public static int Halvings(IReadOnlyList<int> shape, int smallest)
    {
        var count = 0;
        var (height, width) = (shape[1], shape[2]);
        for (; height % 2 == 0 && width % 2 == 0 && Math.Min(height, width) / 2 >= smallest; height /= 2, width /= 2) count++;
        return count;
    }

    /// <summary>How often an image is halved: down to 4 pixels or more, or to 2 where 4 would leave a single stage; at most 5 times.</summary>
    public static int Stages(IReadOnlyList<int> shape)
    {
        var toFour = Halvings(shape, SmallestBasis);
        return toFour > 1 ? Math.Min(toFour, MostStages) : Halvings(shape, SmallestBasis / 2);
    }

    private static bool AreSides(int height, int width, int greatest) =>
        Math.Min(height, width) >= SmallestSide && Math.Max(height, width) <= greatest;

    /// <summary>The least side from a given one on that halves evenly down to 4 to 8 pixels, and at least twice: 9 to 12, 130 to 160.</summary>
    private static int Larger(int side)
    {
        var unit = 4;
        while (side > 2 * SmallestBasis * unit) unit *= 2;
        return (side + unit - 1) / unit * unit;
    }
}
