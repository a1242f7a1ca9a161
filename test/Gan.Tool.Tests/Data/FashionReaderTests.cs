using Gan.Testing;
using Gan.Tool.Data;

namespace Gan.Tool.Tests.Data;

[TestClass]
public sealed class FashionReaderTests
{
    [TestMethod]
    public void Read_HandMadeFiles_GivesNamedImagesOnAScaleOfOne()
    {
        using var folder = new TemporaryFolder();
        Write(folder, images: [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 51, 102], labels: [0, 0, 8, 1, 0, 0, 0, 2, 9, 0]);

        var set = FashionReader.Read(folder.Path, 100);

        Assert.AreEqual(new ImageShape(1, 1, 2), set.Shape);
        CollectionAssert.AreEqual(new[] { "Ankle boot", "T-shirt/top" }, set.Images.Select(image => image.Label).ToArray());
        CollectionAssert.AreEqual(new[] { 0, 1, 0.2f, 0.4f }, set.Images.SelectMany(image => image.Features).ToArray());
    }

    [TestMethod]
    public void Read_UnknownLabel_IsRefused()
    {
        using var folder = new TemporaryFolder();
        Write(folder, images: [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0], labels: [0, 0, 8, 1, 0, 0, 0, 1, 10]);

        var fault = Assert.ThrowsExactly<InvalidDataException>(() => FashionReader.Read(folder.Path, 100));

        Assert.AreEqual("A label of 'train-labels-idx1-ubyte.gz' must be from 0 to 9, but was 10.", fault.Message);
    }

    [TestMethod]
    public void Read_FewerLabelsThanImages_IsRefused()
    {
        using var folder = new TemporaryFolder();
        Write(folder, images: [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0], labels: [0, 0, 8, 1, 0, 0, 0, 1, 0]);

        var fault = Assert.ThrowsExactly<InvalidDataException>(() => FashionReader.Read(folder.Path, 100));

        Assert.AreEqual("'train-labels-idx1-ubyte.gz' must have a label for each of the 2 images, but has 1.", fault.Message);
    }

    private static void Write(TemporaryFolder folder, byte[] images, byte[] labels)
    {
        File.WriteAllBytes(folder["train-images-idx3-ubyte.gz"], IdxReaderTests.Gzipped(images).ToArray());
        File.WriteAllBytes(folder["train-labels-idx1-ubyte.gz"], IdxReaderTests.Gzipped(labels).ToArray());
    }
}
