using Gan.Testing;
using Gan.Tool.Data.Images;
using SkiaSharp;

namespace Gan.Tool.Tests.Data.Images;

[TestClass]
public sealed class PictureDecoderTests
{
    private const int Size = 8;

    [TestMethod]
    public void Decode_WidePictureCropped_IsItsMiddle()
    {
        using var folder = new TemporaryFolder();
        var file = TestPictures.Write(folder["wide.png"], 32, 16, (x, _) => x is < 8 or >= 24 ? SKColors.Red : SKColors.Blue);

        var planes = PictureDecoder.Decode(file, Size, ImageFit.Crop);

        Assert.HasCount(3 * Size * Size, planes);
        Assert.AreEqual((0, 0, 255), At(planes, 4, 4));
        Assert.AreEqual((0, 0, 255), At(planes, 1, 0));
    }

    [TestMethod]
    public void Decode_WidePicturePadded_HasWhiteAboveAndBelow()
    {
        using var folder = new TemporaryFolder();
        var file = TestPictures.Write(folder["wide.png"], 32, 16, (_, _) => SKColors.Blue);

        var planes = PictureDecoder.Decode(file, Size, ImageFit.Pad);

        Assert.AreEqual((255, 255, 255), At(planes, 4, 0));
        Assert.AreEqual((0, 0, 255), At(planes, 0, 4));
        Assert.AreEqual((255, 255, 255), At(planes, 4, 7));
    }

    [TestMethod]
    public void Decode_PictureOfTheSizeAskedFor_KeepsEachPixel()
    {
        using var folder = new TemporaryFolder();
        var file = TestPictures.Write(folder["small.png"], Size, Size, (x, y) => (x + y) % 2 == 0 ? SKColors.Black : SKColors.White);

        var planes = PictureDecoder.Decode(file, Size, ImageFit.Crop);

        Assert.AreEqual((0, 0, 0), At(planes, 3, 3));
        Assert.AreEqual((255, 255, 255), At(planes, 3, 4));
    }

    [TestMethod]
    public void Decode_TransparentPixels_BecomeWhite()
    {
        using var folder = new TemporaryFolder();
        var file = TestPictures.Write(folder["clear.png"], Size, Size, (x, _) => x < 4 ? SKColors.Transparent : SKColors.Green.WithAlpha(128));

        var planes = PictureDecoder.Decode(file, Size, ImageFit.Crop);

        Assert.AreEqual((255, 255, 255), At(planes, 0, 0));
        var (red, green, blue) = At(planes, 6, 6);                        // half of (0, 128, 0) over white
        Assert.AreEqual(127, red, 2);
        Assert.AreEqual(191, green, 2);
        Assert.AreEqual(127, blue, 2);
    }

    [TestMethod]
    public void Decode_PhotographTakenUpright_IsTurned()
    {
        using var folder = new TemporaryFolder();
        var file = TestPictures.Write(folder["photo.jpg"], 16, 16, (_, y) => y < 8 ? SKColors.White : SKColors.Black, SKEncodedImageFormat.Jpeg);
        var bytes = File.ReadAllBytes(file);
        byte[] turned = [0xFF, 0xE1, 0, 34, .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
        File.WriteAllBytes(file, [.. bytes[..2], .. turned, .. bytes[2..]]);          // orientation 6: a quarter clockwise

        var planes = PictureDecoder.Decode(file, Size, ImageFit.Crop);

        Assert.AreEqual(0, At(planes, 0, 4).Red, 10);                     // what was below is at the left
        Assert.AreEqual(255, At(planes, 7, 4).Red, 10);
    }

    [TestMethod]
    public void Decode_FileCutShort_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var random = 7u;
        var file = TestPictures.Write(folder["cut.png"], 64, 64, (_, _) => new SKColor(random = random * 1_664_525 + 1_013_904_223).WithAlpha(255));
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..4_000]);

        var fault = Assert.ThrowsExactly<InvalidDataException>(() => PictureDecoder.Decode(file, Size, ImageFit.Crop));

        Assert.AreEqual("cut short", fault.Message);
    }

    private static (int Red, int Green, int Blue) At(byte[] planes, int x, int y) =>
        (planes[y * Size + x], planes[Size * Size + y * Size + x], planes[2 * Size * Size + y * Size + x]);
}
