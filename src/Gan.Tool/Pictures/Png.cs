using SkiaSharp;

namespace Gan.Tool.Pictures;

internal static class Png
{
    public static void Write(SKSurface surface, Stream stream)
    {
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(stream);
    }
}
