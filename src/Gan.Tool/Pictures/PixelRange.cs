namespace Gan.Tool.Pictures;

/// <summary>What the values of images go from and to: the black and the white of a picture file.</summary>
/// <remarks>A generator makes images in the units of its training data. Usual are 0 to 1, −1 to 1, and 0 to 255.</remarks>
internal readonly record struct PixelRange(float Least, float Greatest)
{
    private const float Tolerance = 0.25f;                          // of a generator that leaves the range of its data

    /// <summary>The usual range that fits some images.</summary>
    public static PixelRange Of(IEnumerable<float[]> images)
    {
        var (least, greatest) = (0f, 0f);
        foreach (var image in images) (least, greatest) = (Math.Min(least, image.Min()), Math.Max(greatest, image.Max()));
        if (greatest > 2) return new(0, 255);
        return least < -Tolerance ? new(-1, 1) : new(0, 1);
    }

    /// <summary>A value as a pixel's.</summary>
    public byte Level(float value) => (byte)Math.Round(255 * Math.Clamp((value - Least) / (Greatest - Least), 0, 1));
}
