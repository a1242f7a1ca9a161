namespace Gan.Onnx.Tests;

[TestClass]
public sealed class AtomicFileTests
{
    [TestMethod]
    public void Write_FailsMidway_LeavesTheOldFileAndNoOther()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder["file"], [1, 2, 3]);

        Assert.ThrowsExactly<InvalidOperationException>(() => AtomicFile.Write(folder["file"], stream =>
        {
            stream.Write([9]);
            throw new InvalidOperationException();
        }));

        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, File.ReadAllBytes(folder["file"]));
        CollectionAssert.AreEqual(new[] { "file" }, folder.Files);
    }

    [TestMethod]
    public void Write_OverOldFile_ReplacesIt()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder["file"], [1, 2, 3]);
        AtomicFile.Write(folder["file"], [4]);

        CollectionAssert.AreEqual(new byte[] { 4 }, File.ReadAllBytes(folder["file"]));
        CollectionAssert.AreEqual(new[] { "file" }, folder.Files);
    }
}
