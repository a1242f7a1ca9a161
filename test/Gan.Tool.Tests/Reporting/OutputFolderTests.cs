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
        var folder = new OutputFolder(temporary.Path);
        folder.WriteText("a.txt", writer => writer.Write("old"));

        Assert.ThrowsExactly<IOException>(() => folder.WriteText("a.txt", writer =>
        {
            writer.Write("new");
            throw new IOException("disk full");
        }));

        CollectionAssert.AreEqual(new[] { "a.txt" }, temporary.FileNames);
        Assert.AreEqual("old", File.ReadAllText(temporary["a.txt"]));
    }
}
