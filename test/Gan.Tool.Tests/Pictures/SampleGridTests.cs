using Gan.Tool.Data;
using Gan.Tool.Pictures;
using SkiaSharp;

namespace Gan.Tool.Tests.Pictures;

[TestClass]
public sealed class SampleGridTests
{
    private static readonly float[] White = [.. Enumerable.Repeat(1f, 64)];
    private static readonly float[] Black = new float[64];

    [TestMethod]
    public void WritePng_TwoRowsOfThreeTiles_HasTheirSize()
    {
        using var picture = Draw(new ImageShape(1, 8, 8), [[White, Black, White], [Black, Black, Black]]);

        Assert.AreEqual(20 + 3 * 48 + 2 * 3 + 20, picture.Width);
        Assert.AreEqual(20 + 2 * 48 + 3 + 20, picture.Height);
    }

    [TestMethod]
    public void WritePng_HalfInk_IsZoomedWithoutBlur()
    {
        var half = Enumerable.Range(0, 64).Select(pixel => pixel % 8 < 4 ? 0f : 1f).ToArray();

        using var picture = Draw(new ImageShape(1, 8, 8), [[half]]);

        Assert.AreEqual(SKColors.Black, picture.GetPixel(20 + 23, 30));
        Assert.AreEqual(SKColors.White, picture.GetPixel(20 + 24, 30));
    }

    [TestMethod]
    public void WritePng_ThreeChannels_AreRedGreenBlue()
    {
        float[] tile = [1, 0, 0, 1, 0, 1];    // pixel 1: red 1, green 0, blue 0; pixel 2: red 0, green 1, blue 1

        using var picture = Draw(new ImageShape(3, 1, 2), [[tile]]);

        Assert.AreEqual(SKColors.Red, picture.GetPixel(21, 21));
        Assert.AreEqual(SKColors.Cyan, picture.GetPixel(20 + 48 + 1, 21));
    }

    [TestMethod]
    public void WritePng_LabelsAndTwoBlocks_MakeRoomForThem()
    {
        using var plain = Draw(new ImageShape(1, 8, 8), [[White]]);
        using var stream = new MemoryStream();

        new SampleGrid(new ImageShape(1, 8, 8), ["seven"], [new TileBlock("real", [[White]]), new TileBlock("generated", [[Black]])])
            .WritePng(stream);
        using var picture = SKBitmap.Decode(stream.ToArray());

        Assert.IsGreaterThan(plain.Width + 48, picture.Width);
        Assert.IsGreaterThan(plain.Height, picture.Height);
    }

    private static SKBitmap Draw(ImageShape shape, IReadOnlyList<IReadOnlyList<float[]>> rows)
    {
        using var stream = new MemoryStream();
        new SampleGrid(shape, [], [new TileBlock("", rows)]).WritePng(stream);
        return SKBitmap.Decode(stream.ToArray());
    }
}
