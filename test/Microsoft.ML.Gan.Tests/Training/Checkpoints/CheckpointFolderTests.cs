using Gan.Testing;
using Microsoft.ML.Gan.Training.Checkpoints;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Tests.Training.Checkpoints;

[TestClass]
public sealed class CheckpointFolderTests
{
    private static readonly Dictionary<string, string> Facts = new() { ["Seed"] = "3" };

    private readonly List<string> _warnings = [];

    [TestMethod]
    public void Write_MoreThanAreKept_RemovesTheOldest()
    {
        using var folder = new TemporaryFolder();
        var checkpoints = new CheckpointFolder(folder.Path, keep: 2);

        for (var round = 1; round <= 12; round++) checkpoints.Write(new SavedState { ["round"] = new[] { round } }, Facts);

        CollectionAssert.AreEqual(new[] { "checkpoint-000011.safetensors", "checkpoint-000012.safetensors" }, folder.FileNames);
        Assert.AreEqual(12, Round(checkpoints));
        Assert.IsEmpty(_warnings);
    }

    [TestMethod]
    public void Newest_NoFolderOrForeignFiles_IsNothing()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["checkpoint-x.safetensors"], "");
        File.WriteAllText(folder["notes.txt"], "");

        Assert.IsNull(new CheckpointFolder(folder.Path, 1).Newest(_warnings.Add));
        Assert.IsNull(new CheckpointFolder(folder["none"], 1).Newest(_warnings.Add));
    }

    /// <summary>Each byte of the newest file in turn is another, or it ends there: the one before it is taken.</summary>
    [TestMethod]
    public void Newest_DamagedAnywhere_IsTheOneBefore()
    {
        using var folder = new TemporaryFolder();
        var checkpoints = new CheckpointFolder(folder.Path, keep: 2);
        checkpoints.Write(new SavedState { ["round"] = new[] { 1 } }, Facts);
        checkpoints.Write(new SavedState { ["round"] = new[] { 2 } }, Facts);
        var path = folder["checkpoint-000002.safetensors"];
        var whole = File.ReadAllBytes(path);

        for (var place = 0; place < whole.Length; place++)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 1;
            foreach (var file in new[] { damaged, whole[..place] })
            {
                File.WriteAllBytes(path, file);
                _warnings.Clear();

                Assert.AreEqual(1, Round(checkpoints), $"byte {place}");

                StringAssert.StartsWith(_warnings.Single(), $"The checkpoint '{path}' is passed over");
            }
        }
    }

    private int Round(CheckpointFolder checkpoints) => ((int[])checkpoints.Newest(_warnings.Add)!.Value.State["round"].Values)[0];
}
