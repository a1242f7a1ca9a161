using System.Buffers.Binary;
using Gan.Evaluation.Images.Features;

namespace Gan.Evaluation.Images.Report;

/// <summary>Images in rows, as an element of the page: a bitmap of 24 bits a pixel, which every browser shows.</summary>
internal static class Bitmap
{
    private const int Header = 54, Gap = 1, LeastTileSide = 46;

    /// <param name="shape">The images' shape.</param>
    /// <param name="images">The images, from 0 to 1.</param>
    /// <param name="columns">How many stand in a row.</param>
    /// <param name="what">What they are, for those who can't see them.</param>
    public static string Element(ImageShape shape, float[][] images, int columns, string what)
    {
        var rows = (images.Length + columns - 1) / columns;
        var (width, height) = (columns * (shape.Width + Gap) - Gap, rows * (shape.Height + Gap) - Gap);
        var shown = width * Math.Max(1, (LeastTileSide + shape.Width - 1) / shape.Width);
        var data = Convert.ToBase64String(Write(shape, images, columns, width, height));
        return $"<img class=\"tiles\" style=\"width:{shown}px\" alt=\"{what}\" src=\"data:image/bmp;base64,{data}\">";
    }

    private static byte[] Write(ImageShape shape, float[][] images, int columns, int width, int height)
    {
        var stride = (3 * width + 3) / 4 * 4;
        var bytes = new byte[Header + stride * height];
        Array.Fill(bytes, byte.MaxValue);
        bytes.AsSpan(0, Header).Clear();
        (bytes[0], bytes[1], bytes[10], bytes[14], bytes[26], bytes[28]) = ((byte)'B', (byte)'M', Header, 40, 1, 24);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(2), bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(22), -height);            // from the top down
        for (var image = 0; image < images.Length; image++)
        {
            var (left, top) = (image % columns * (shape.Width + Gap), image / columns * (shape.Height + Gap));
            for (var pixel = 0; pixel < shape.Plane; pixel++)
            {
                var place = Header + (top + pixel / shape.Width) * stride + 3 * (left + pixel % shape.Width);
                for (var colour = 0; colour < 3; colour++)                             // blue, green, red
                {
                    var value = images[image][(shape.Channels == 3 ? 2 - colour : 0) * shape.Plane + pixel];
                    bytes[place + colour] = (byte)Math.Round(byte.MaxValue * Math.Clamp(value, 0, 1));
                }
            }
        }
        return bytes;
    }
}
