using Gan.Tool.Data;

namespace Gan.Tool.Tests.Data;

[TestClass]
public sealed class DigitsReaderTests
{
    private static readonly int[] PublishedClassCounts = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180];

    private readonly ImageSet _digits = DigitsReader.Read();

    [TestMethod]
    public void Read_Digits_HasThePublishedCountsOfEachClass()
    {
        Assert.HasCount(1_797, _digits.Images);
        CollectionAssert.AreEqual(PublishedClassCounts, _digits.ClassNames.Select(name => _digits.OfClass(name).Count()).ToArray());
    }

    [TestMethod]
    public void Read_FirstImage_IsTheZeroOfTheDataSetOnAScaleOfOne()
    {
        var first = _digits.Images[0];

        Assert.AreEqual("0", first.Label);
        CollectionAssert.AreEqual(new[] { 0, 0, 5 / 16f, 13 / 16f, 9 / 16f, 1 / 16f, 0, 0 }, first.Features[..8]);
        Assert.HasCount(64, first.Features);
    }

    [TestMethod]
    public void Read_AllPixels_AreFromZeroToOne()
    {
        var pixels = _digits.Images.SelectMany(image => image.Features).ToArray();

        Assert.AreEqual(0, pixels.Min());
        Assert.AreEqual(1, pixels.Max());
    }
}
