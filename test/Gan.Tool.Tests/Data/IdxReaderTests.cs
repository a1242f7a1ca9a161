using System.IO.Compression;
using Gan.Tool.Data;

namespace Gan.Tool.Tests.Data;

[TestClass]
public sealed class IdxReaderTests
{
    private static readonly byte[] TwoImages = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 10, 20, 30, 40, 50, 255];

    [TestMethod]
    public void Read_TwoImagesOfOneByThree_GivesTheirShapeAndBytes()
    {
        var (shape, items) = IdxReader.Read(Gzipped(TwoImages), "images", 3, 100);

        CollectionAssert.AreEqual(new[] { 1, 3 }, shape);
        Assert.HasCount(2, items);
        CollectionAssert.AreEqual(new byte[] { 10, 20, 30 }, items[0]);
        CollectionAssert.AreEqual(new byte[] { 40, 50, 255 }, items[1]);
    }

    [TestMethod]
    public void Read_FewerItemsThanThereAre_GivesTheFirst()
    {
        var (_, items) = IdxReader.Read(Gzipped([0, 0, 8, 1, 0, 0, 0, 3, 7, 8, 9]), "labels", 1, 2);

        CollectionAssert.AreEqual(new byte[] { 7, 8 }, items.Select(item => item.Single()).ToArray());
    }

    [TestMethod]
    public void Read_LabelsWhereImagesAreExpected_SaysWhatTheFileBeginsWith() => AssertRefused(
        Gzipped([0, 0, 8, 1, 0, 0, 0, 0]), "'images' must be an IDX file of bytes in 3 dimension(s), but begins with 0x00000801.");

    [TestMethod]
    public void Read_FileCutShort_SaysSo() => AssertRefused(
        Gzipped(TwoImages[..^1]), "'images' must be whole, but is cut short. Copy or download it again.");

    [TestMethod]
    public void Read_NoGzipFile_SaysSo() => AssertRefused(
        new MemoryStream(TwoImages), "'images' must be a gzip file, but is something else or damaged.");

    internal static MemoryStream Gzipped(byte[] content)
    {
        var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(content);
        file.Position = 0;
        return file;
    }

    private static void AssertRefused(Stream file, string message)
    {
        var fault = Assert.ThrowsExactly<InvalidDataException>(() => IdxReader.Read(file, "images", 3, 100));
        Assert.AreEqual(message, fault.Message);
    }
}
