using Gan.Testing;
using Gan.Tool.Data;
using Gan.Tool.Data.Images;
using SkiaSharp;

namespace Gan.Tool.Tests.Data.Images;

[TestClass]
public sealed class PictureFolderTests
{
    private static readonly PictureFormat Small = new(8, ImageFit.Crop, null);

    [TestMethod]
    public void Read_SubFolders_AreClassesAndWhatIsNoPictureIsNamed()
    {
        using var folder = new TemporaryFolder();
        TestPictures.WriteMany(folder["red"], 10, SKColors.Red);
        TestPictures.WriteMany(folder["blue"], 11, SKColors.Blue);
        TestPictures.Write(folder["alone.png"], 8, 8, (_, _) => SKColors.Green);
        File.WriteAllText(folder["red/notes.txt"], "no picture");

        var read = PictureFolder.Read(folder.Path, Small, most: null, default);

        CollectionAssert.AreEqual(new[] { "blue", "red" }, read.Images.ClassNames.ToArray());
        Assert.AreEqual(new ImageShape(3, 8, 8), read.Images.Shape);
        Assert.AreEqual(11, read.Images.OfClass("blue").Count());
        Assert.AreEqual(10, read.Images.OfClass("red").Count());
        CollectionAssert.AreEquivalent(
            new[] { new SkippedFile("red/notes.txt", "no picture of a known format"), new SkippedFile("alone.png", "in no class's folder") },
            read.Skipped.ToArray());
    }

    [TestMethod]
    public void Read_OnlyGreyPictures_HasOneChannelAndNoClasses()
    {
        using var folder = new TemporaryFolder();
        TestPictures.WriteMany(folder.Path, 10, SKColors.Gray);

        var images = PictureFolder.Read(folder.Path, Small, most: null, default).Images;

        Assert.AreEqual(new ImageShape(1, 8, 8), images.Shape);
        Assert.IsEmpty(images.ClassNames);
        Assert.AreEqual(128 / 255f, images.Images[0].Features[0], 1e-4f);
    }

    [TestMethod]
    public void Read_ColouredPicturesAsGrey_GivesLuma()
    {
        using var folder = new TemporaryFolder();
        TestPictures.WriteMany(folder.Path, 10, SKColors.Red);

        var images = PictureFolder.Read(folder.Path, Small with { Channels = 1 }, most: null, default).Images;

        Assert.AreEqual(0.299f, images.Images[0].Features[0], 1e-4f);
    }

    [TestMethod]
    public void Read_NoPictureAtAll_IsRefusedWithTheFirstReason()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.txt"], "a");

        var fault = Assert.ThrowsExactly<InvalidDataException>(() => PictureFolder.Read(folder.Path, Small, most: null, default));

        Assert.Contains("of the 1 files", fault.Message);
        Assert.EndsWith("The first, a.txt: no picture of a known format.", fault.Message);
    }

    [TestMethod]
    public void Read_ClassOfThreePictures_IsRefused()
    {
        using var folder = new TemporaryFolder();
        TestPictures.WriteMany(folder["many"], 10, SKColors.Red);
        TestPictures.WriteMany(folder["few"], 3, SKColors.Blue);

        var fault = Assert.ThrowsExactly<InvalidDataException>(() => PictureFolder.Read(folder.Path, Small, most: null, default));

        Assert.AreEqual("The class 'few' must have at least 10 pictures, but has 3. Add some, or move the class away.", fault.Message);
    }

    [TestMethod]
    public void Read_FewerFilesAsked_TakesThemEvenly()
    {
        using var folder = new TemporaryFolder();
        TestPictures.WriteMany(folder["red"], 20, SKColors.Red);
        TestPictures.WriteMany(folder["blue"], 20, SKColors.Blue);

        var images = PictureFolder.Read(folder.Path, Small, most: 20, default).Images;

        Assert.AreEqual(10, images.OfClass("red").Count());
        Assert.AreEqual(10, images.OfClass("blue").Count());
    }
}
