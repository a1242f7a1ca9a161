using SkiaSharp;

namespace Gan.Tool.Data.Images;

/// <summary>Decodes PNG, JPEG and WebP files to squares of red, green and blue.</summary>
/// <remarks>A photograph is turned as its camera says; what is transparent becomes white; of an animation, the first picture is taken.</remarks>
internal static class PictureDecoder
{
    public const int Channels = 3;
    private const long MostPixels = 100_000_000;                    // 400 MB while decoding: a small file can claim far more

    /// <returns>The pixels, channel by channel, row by row.</returns>
    /// <exception cref="InvalidDataException">The file is no such picture, or is broken.</exception>
    public static byte[] Decode(string path, int size, ImageFit fit)
    {
        using var file = File.OpenRead(path);
        using var codec = SKCodec.Create(file) ?? throw new InvalidDataException("no picture of a known format");
        using var picture = Read(codec, size);
        using var square = new SKBitmap(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        using (var canvas = new SKCanvas(square))
        {
            canvas.Clear(SKColors.White);
            canvas.SetMatrix(Placement(codec.EncodedOrigin, picture.Width, picture.Height, size, fit, out var scale));
            var sampling = scale switch
            {
                < 1 => new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear),
                > 1 => new SKSamplingOptions(SKCubicResampler.Mitchell),
                _ => new SKSamplingOptions(SKFilterMode.Nearest),         // Mitchell blurs even what keeps its size
            };
            using var image = SKImage.FromBitmap(picture);
            canvas.DrawImage(image, 0, 0, sampling);
        }
        return Planes(square.GetPixelSpan(), size * size);
    }

    private static SKBitmap Read(SKCodec codec, int size)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MostPixels)
            throw new InvalidDataException($"{width:N0} by {height:N0} pixels, more than {MostPixels:N0} in all");
        var scaled = codec.GetScaledDimensions(Math.Min(1, 2f * size / Math.Min(width, height)));      // of JPEG files: what costs least to decode
        if (Math.Min(scaled.Width, scaled.Height) < size) scaled = codec.Info.Size;
        var bitmap = new SKBitmap(
            new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        var result = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        if (result == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        throw new InvalidDataException(result == SKCodecResult.IncompleteInput ? "cut short" : "broken");
    }

    /// <summary>Where the picture's pixels go in the square.</summary>
    private static SKMatrix Placement(SKEncodedOrigin origin, int width, int height, int size, ImageFit fit, out float scale)
    {
        var upright = Upright(origin, width, height);
        var (across, down) = upright.ScaleX == 0 ? (height, width) : (width, height);
        scale = (float)size / (fit == ImageFit.Crop ? Math.Min(across, down) : Math.Max(across, down));
        return SKMatrix.CreateScaleTranslation(scale, scale, (size - across * scale) / 2, (size - down * scale) / 2).PreConcat(upright);
    }

    /// <summary>Turns and mirrors as Exif's orientation says.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static byte[] Planes(ReadOnlySpan<byte> rgba, int count)
    {
        var planes = new byte[Channels * count];
        for (var channel = 0; channel < Channels; channel++)
        {
            for (var pixel = 0; pixel < count; pixel++) planes[channel * count + pixel] = rgba[4 * pixel + channel];
        }
        return planes;
    }
}
