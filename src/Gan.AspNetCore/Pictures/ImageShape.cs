namespace Gan.AspNetCore;

/// <summary>Channels, height and width of an image whose values stand channel by channel, row by row.</summary>
internal readonly record struct ImageShape(int Channels, int Height, int Width)
{
    /// <summary>The shape of samples that can be drawn as images: grey, or red, green, blue; null for any other.</summary>
    public static ImageShape? Of(IReadOnlyList<int> sampleShape) =>
        sampleShape is [1 or 3, _, _] ? new(sampleShape[0], sampleShape[1], sampleShape[2]) : null;

    /// <summary>Where the value of a pixel stands.</summary>
    public int Index(int channel, int y, int x) => (channel * Height + y) * Width + x;
}
