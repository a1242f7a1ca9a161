using Gan.Testing;
using Gan.Tool.Reporting;

namespace Gan.Tool.Tests.Reporting;

[TestClass]
public sealed class OutputFolderTests
{
    [TestMethod]
    public void Write_ThatFailsHalfway_KeepsTheOlderFileAndLeavesNoOther()
    {
        using var temporary = new TemporaryFolder();
        Publish(temporary.Path, "a.txt", "old");

        Assert.ThrowsExactly<IOException>(() =>
        {
            using var folder = new OutputFolder(temporary.Path);
            folder.WriteText("a.txt", writer =>
            {
                writer.Write("new");
                throw new IOException("disk full");
            });
        });

        CollectionAssert.AreEqual(new[] { "a.txt" }, temporary.FileNames);
        Assert.AreEqual("old", File.ReadAllText(temporary["a.txt"]));
    }

    /// <summary>A new generator never lies beside an old report, also if the program is ended before all is written.</summary>
    [TestMethod]
    public void Write_BeforePublish_LeavesTheFilesOfTheEarlierRun()
    {
        using var temporary = new TemporaryFolder();
        Publish(temporary.Path, "generator.onnx", "old");
        Publish(temporary.Path, "report.html", "old");

        using (var folder = new OutputFolder(temporary.Path))
        {
            folder.WriteText("generator.onnx", writer => writer.Write("new"));
            Assert.AreEqual("old", File.ReadAllText(temporary["generator.onnx"]));
            Assert.AreEqual("new", File.ReadAllText(folder.PathOf("generator.onnx")));
            folder.WriteText("report.html", writer => writer.Write("new"));
            folder.Publish();
        }

        Assert.AreEqual("new", File.ReadAllText(temporary["generator.onnx"]));
        Assert.AreEqual("new", File.ReadAllText(temporary["report.html"]));
        Assert.HasCount(2, Directory.GetFileSystemEntries(temporary.Path));
    }

    /// <summary>What cannot be replaced is found before anything new is in its place.</summary>
    [TestMethod]
    public void Publish_PlaceThatIsAFolder_MovesNothing()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary["report.html"]);

        using (var folder = new OutputFolder(temporary.Path))
        {
            folder.WriteText("generator.onnx", writer => writer.Write("new"));
            folder.WriteText("report.html", writer => writer.Write("new"));
            Assert.ThrowsExactly<IOException>(folder.Publish);
        }

        Assert.IsFalse(File.Exists(temporary["generator.onnx"]));
    }

    [TestMethod]
    public void Constructor_FolderWithWhatAKilledRunLeft_RemovesItAfterADay()
    {
        using var temporary = new TemporaryFolder();
        foreach (var name in new[] { ".gan-old", ".gan-new" }) Directory.CreateDirectory(temporary[name]);
        Directory.SetLastWriteTimeUtc(temporary[".gan-old"], DateTime.UtcNow.AddDays(-2));

        new OutputFolder(temporary.Path).Dispose();

        Assert.IsFalse(Directory.Exists(temporary[".gan-old"]));
        Assert.IsTrue(Directory.Exists(temporary[".gan-new"]));
    }

    private static void Publish(string path, string name, string text)
    {
        using var folder = new OutputFolder(path);
        folder.WriteText(name, writer => writer.Write(text));
        folder.Publish();
    }
}
