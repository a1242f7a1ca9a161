using Gan.Tool.Data;
using SkiaSharp;

namespace Gan.Tool.Pictures;

/// <summary>An image's values as pixels.</summary>
internal static class Tile
{
    /// <param name="picture">Takes the pixels; it has the image's size.</param>
    /// <param name="values">The values, channel by channel, row by row.</param>
    /// <param name="shape">The shape of the image.</param>
    /// <param name="range">What is black and what is white.</param>
    public static void Paint(SKBitmap picture, float[] values, ImageShape shape, PixelRange range)
    {
        var plane = shape.Height * shape.Width;
        for (var pixel = 0; pixel < plane; pixel++)
        {
            var red = range.Level(values[pixel]);
            var (green, blue) = shape.Channels == 3 ? (range.Level(values[plane + pixel]), range.Level(values[2 * plane + pixel])) : (red, red);
            picture.SetPixel(pixel % shape.Width, pixel / shape.Width, new SKColor(red, green, blue));
        }
    }
}
