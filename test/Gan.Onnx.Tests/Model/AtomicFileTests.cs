using Gan.Testing;

namespace Gan.Onnx.Tests.Model;

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
        CollectionAssert.AreEqual(new[] { "file" }, folder.FileNames);
    }

    [TestMethod]
    public void Write_OverOldFile_ReplacesIt()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder["file"], [1, 2, 3]);
        AtomicFile.Write(folder["file"], [4]);

        CollectionAssert.AreEqual(new byte[] { 4 }, File.ReadAllBytes(folder["file"]));
        CollectionAssert.AreEqual(new[] { "file" }, folder.FileNames);
    }

    [TestMethod]
    public void Write_NoSuchFolder_SaysSoAndMakesNone()
    {
        using var folder = new TemporaryFolder();

        var failure = Assert.ThrowsExactly<DirectoryNotFoundException>(() => AtomicFile.Write(folder["missing/file"], [1]));

        Assert.AreEqual($"The folder to write 'file' to must exist, but '{folder["missing"]}' was not found.", failure.Message);
        Assert.IsFalse(Directory.Exists(folder["missing"]));
    }

    [TestMethod]
    public void Write_OverAFolder_SaysSoAndLeavesNothingBeside()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["file"]);

        var failure = Assert.ThrowsExactly<IOException>(() => AtomicFile.Write(folder["file"], [1]));

        Assert.AreEqual($"The path to write to must be a file's, but '{folder["file"]}' is a folder.", failure.Message);
        Assert.IsEmpty(folder.FileNames);
    }
}
