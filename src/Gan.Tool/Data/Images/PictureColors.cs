namespace Gan.Tool.Data.Images;

/// <summary>Planes of red, green and blue as values from 0 to 1.</summary>
internal static class PictureColors
{
    private const float White = byte.MaxValue;

    /// <summary>Whether the three planes are alike.</summary>
    public static bool IsGrey(ReadOnlySpan<byte> planes)
    {
        var count = planes.Length / PictureDecoder.Channels;
        var red = planes[..count];
        return red.SequenceEqual(planes.Slice(count, count)) && red.SequenceEqual(planes[(2 * count)..]);
    }

    /// <summary>The planes themselves, or one of their luma: 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601).</summary>
    public static float[] Values(byte[] planes, int channels)
    {
        if (channels == PictureDecoder.Channels) return Array.ConvertAll(planes, value => value / White);
        var grey = new float[planes.Length / PictureDecoder.Channels];
        for (var i = 0; i < grey.Length; i++)
        {
            var (red, green, blue) = (planes[i], planes[grey.Length + i], planes[2 * grey.Length + i]);
            grey[i] = (299 * red + 587 * green + 114 * blue) / (1000 * White);
        }
        return grey;
    }
}
