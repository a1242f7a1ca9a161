using System.Runtime.Versioning;
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
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    [DataRow(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [DataRow(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead)]
    [DataRow(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)]
    public void Write_OverOldFile_KeepsItsPermissionsFromTheFirstByteOn(UnixFileMode mode)
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder["file"], [1]);
        File.SetUnixFileMode(folder["file"], mode);

        AtomicFile.Write(folder["file"], stream => Assert.AreEqual(mode, File.GetUnixFileMode(((FileStream)stream).Name)));

        Assert.AreEqual(mode, File.GetUnixFileMode(folder["file"]));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]        // where links need a privilege
    [DataRow("", DisplayName = "absolute")]
    [DataRow("there", DisplayName = "relative, to another folder")]
    [DataRow("gone", DisplayName = "to a file that is not there yet")]
    [DataRow("twice", DisplayName = "to another link")]
    public void Write_OverASymbolicLink_WritesItsTargetAndKeepsIt(string kind)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["there"]);
        var target = kind is "there" or "gone" ? "there/target" : folder["there/target"];
        if (kind != "gone") File.WriteAllBytes(folder["there/target"], [1]);
        File.CreateSymbolicLink(folder["link"], target);
        if (kind == "twice") File.CreateSymbolicLink(folder["link2"], "link");
        var path = folder[kind == "twice" ? "link2" : "link"];

        AtomicFile.Write(path, [4]);

        CollectionAssert.AreEqual(new byte[] { 4 }, File.ReadAllBytes(folder["there/target"]));
        Assert.AreEqual(kind == "twice" ? "link" : target, new FileInfo(path).LinkTarget);
        Assert.AreEqual(target, new FileInfo(folder["link"]).LinkTarget);
        Assert.HasCount(1, Directory.GetFiles(folder["there"]));
    }

    [TestMethod]
    [DataRow(249)]
    [DataRow(255)]
    public void Write_LongestNames_Works(int length)
    {
        using var folder = new TemporaryFolder();
        var name = new string('n', length);

        AtomicFile.Write(folder[name], [1]);

        CollectionAssert.AreEqual(new[] { name }, folder.FileNames);
    }

    [TestMethod]
    public void Write_DiskIsFull_NamesTheFileAndNotTheTemporaryOne()
    {
        using var folder = new TemporaryFolder();
        static string Reason(Stream stream) => $"There is not enough space on the disk. : '{((FileStream)stream).Name}'";

        var full = Assert.ThrowsExactly<IOException>(() => AtomicFile.Write(folder["file"], stream => throw new IOException(Reason(stream))));
        var denied = Assert.ThrowsExactly<UnauthorizedAccessException>(
            () => AtomicFile.Write(folder["file"], stream => throw new UnauthorizedAccessException(Reason(stream))));

        Assert.AreEqual(
            $"The file '{folder["file"]}' must be writable, but was not: There is not enough space on the disk. : '{folder["file"]}'", full.Message);
        Assert.AreEqual(full.Message, denied.Message);
        Assert.IsEmpty(folder.FileNames);
    }

    [TestMethod]
    public void Write_BesideWhatKilledProcessesLeft_RemovesItAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        string[] names = [".gan-stale.tmp", ".gan-fresh.tmp", ".gan-stale", "gan-stale.tmp", "stale.tmp", "old"];
        foreach (var name in names)
        {
            File.WriteAllBytes(folder[name], [1]);
            if (name != ".gan-fresh.tmp") File.SetLastWriteTimeUtc(folder[name], File.GetLastWriteTimeUtc(folder[name]).AddDays(-2));
        }

        AtomicFile.Write(folder["file"], [1]);

        CollectionAssert.AreEquivalent(names.Skip(1).Append("file").ToArray(), folder.FileNames);
    }

    [TestMethod]
    public void Write_Killed_LeavesAFileThatALaterWriteRemoves()
    {
        using var folder = new TemporaryFolder();
        byte[]? left = null;
        var name = "";
        AtomicFile.Write(folder["file"], stream =>
        {
            name = ((FileStream)stream).Name;
            stream.Write([1]);
            stream.Flush();
            left = File.ReadAllBytes(name);
        });
        File.WriteAllBytes(name, left!);                                    // as if the process had ended there
        File.SetLastWriteTimeUtc(name, File.GetLastWriteTimeUtc(name).AddDays(-2));

        AtomicFile.Write(folder["other"], [1]);

        CollectionAssert.AreEqual(new[] { "file", "other" }, folder.FileNames);
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
