using Gan.Tool.Pictures;
using SkiaSharp;

namespace Gan.Tool.Tests.Pictures;

[TestClass]
public sealed class AnimatedWebpTests
{
    [TestMethod]
    public void Write_ThreeFrames_GivesThemBackPixelByPixel()
    {
        SKColor[] colors = [SKColors.Red, new(1, 2, 3), SKColors.Blue];
        using var stream = new MemoryStream();

        AnimatedWebp.Write(colors.Select(Frame), TimeSpan.FromMilliseconds(40), stream);

        stream.Position = 0;
        using var codec = SKCodec.Create(stream);
        Assert.AreEqual(SKEncodedImageFormat.Webp, codec.EncodedFormat);
        CollectionAssert.AreEqual(new[] { 40, 40, 40 }, codec.FrameInfo.Select(frame => frame.Duration).ToArray());
        using var bitmap = new SKBitmap(new SKImageInfo(5, 3));
        for (var frame = 0; frame < colors.Length; frame++)
        {
            Assert.AreEqual(SKCodecResult.Success, codec.GetPixels(bitmap.Info, bitmap.GetPixels(), new SKCodecOptions(frame)));
            Assert.AreEqual(colors[frame], bitmap.GetPixel(4, 2));
        }
    }

    private static SKSurface Frame(SKColor color)
    {
        var surface = SKSurface.Create(new SKImageInfo(5, 3));
        surface.Canvas.Clear(color);
        return surface;
    }
}
