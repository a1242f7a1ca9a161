using SkiaSharp;

namespace Gan.Tool.Tests.Data.Images;

/// <summary>Tiny pictures in files.</summary>
internal static class TestPictures
{
    public static string Write(
        string path, int width, int height, Func<int, int, SKColor> color, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++) bitmap.SetPixel(x, y, color(x, y));
        }
        using var data = bitmap.Encode(format, 100);
        File.WriteAllBytes(path, data.ToArray());
        return path;
    }

    /// <summary>Pictures of one colour, each a little darker than the one before.</summary>
    public static void WriteMany(string folder, int count, SKColor color)
    {
        for (var i = 0; i < count; i++)
        {
            var dark = i * 3;
            Write(Path.Combine(folder, $"{i:00}.png"), 12, 8, (x, _) => x < 6
                ? color
                : new SKColor((byte)Math.Max(0, color.Red - dark), (byte)Math.Max(0, color.Green - dark), (byte)Math.Max(0, color.Blue - dark)));
        }
    }
}
