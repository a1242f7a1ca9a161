using Gan.Testing;
using Microsoft.ML.Gan.Tests.Tabular;
using Microsoft.ML.Gan.Training.Checkpoints;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Tests.Training.Checkpoints;

/// <summary>Disks that fill up and folders that vanish: old files stay, the error is clear, training goes on.</summary>
[TestClass]
public sealed class DiskFaultTests
{
    [TestMethod]
    public void Write_DiskIsFull_KeepsTheCheckpointBefore()
    {
        using var disk = new FullDisk();
        var checkpoints = new CheckpointFolder(disk.Path, keep: 1);
        checkpoints.Write(State(1_000), new Dictionary<string, string> { ["rows"] = "7" });

        var full = Assert.ThrowsExactly<IOException>(() => checkpoints.Write(State(100_000), new Dictionary<string, string>()));

        StringAssert.StartsWith(full.Message, $"The file '{disk["checkpoint-000002.safetensors"]}' must be writable, but was not: ");
        Assert.HasCount(1, Directory.GetFiles(disk.Path));
        Assert.AreEqual("7", checkpoints.Newest(Assert.Fail)!.Value.Facts["rows"]);
    }

    [TestMethod]
    public void Fit_DiskIsFull_TrainsOnAndSavesNothingHalf()
    {
        using var disk = new FullDisk();
        File.WriteAllBytes(disk["old.onnx"], [1, 2, 3]);
        File.WriteAllBytes(disk["ballast"], new byte[60 << 10]);
        var log = new WarningLog();
        var options = TestRows.Quick(rounds: 3) with { Checkpoint = new(disk["state"]) { Interval = TimeSpan.Zero } };

        using var gan = log.MLContext.Gan().Train(TestRows.Clusters(), options);
        var full = Assert.ThrowsExactly<IOException>(() => gan.SaveGenerator(disk["old.onnx"]));

        Assert.AreEqual(3, gan.History.Rounds);
        Assert.IsTrue(log.Warnings.Any(line => line.StartsWith($"No checkpoint could be written to '{disk["state"]}'. ", StringComparison.Ordinal)));
        Assert.IsEmpty(Directory.GetFiles(disk["state"]));
        StringAssert.StartsWith(full.Message, $"The file '{disk["old.onnx"]}' must be writable, but was not: ");
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, File.ReadAllBytes(disk["old.onnx"]));
        Assert.HasCount(2, Directory.GetFiles(disk.Path));
    }

    [TestMethod]
    public void Fit_DiskIsReadOnly_GoesOnFromItsCheckpointAndSavesNothing()
    {
        using var disk = new FullDisk();
        using (var first = TestRows.MLContext.Gan().Train(TestRows.Clusters(), Options(rounds: 2))) first.SaveGenerator(disk["old.onnx"]);
        var old = File.ReadAllBytes(disk["old.onnx"]);
        disk.Protect();
        var log = new WarningLog();

        using var gan = log.MLContext.Gan().Train(TestRows.Clusters(), Options(rounds: 4) with { ResumeFrom = disk.Path });

        Assert.AreEqual(4, gan.History.Rounds);
        StringAssert.StartsWith(
            log.Warnings.First(line => line.Contains("checkpoint", StringComparison.Ordinal)),
            $"No checkpoint could be written to '{disk.Path}'. The file '{disk["checkpoint-000002.safetensors"]}' must be writable, but was not: ");
        Assert.ThrowsExactly<IOException>(() => gan.SaveGenerator(disk["old.onnx"]));
        CollectionAssert.AreEqual(old, File.ReadAllBytes(disk["old.onnx"]));

        GanTrainer.Options Options(int rounds) =>
            TestRows.Quick(rounds: rounds) with { Checkpoint = new(disk.Path) { Interval = TimeSpan.Zero, Keep = 1 } };
    }

    [TestMethod]
    public void SaveHtml_DiskIsFull_KeepsTheReportBefore()
    {
        using var disk = new FullDisk();
        File.WriteAllText(disk["report.html"], "before");
        File.WriteAllBytes(disk["ballast"], new byte[56 << 10]);
        var rows = TestTables.Groups(20);

        var full = Assert.ThrowsExactly<IOException>(() => TestRows.MLContext.Gan().EvaluateTabular(rows, rows).SaveHtml(disk["report.html"]));

        StringAssert.StartsWith(full.Message, $"The file '{disk["report.html"]}' must be writable, but was not: ");
        Assert.AreEqual("before", File.ReadAllText(disk["report.html"]));
        Assert.HasCount(2, Directory.GetFiles(disk.Path));
    }

    [TestMethod]
    public void Fit_FolderIsAFile_IsRefusedByName()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["state"], "");

        var refusal = Assert.ThrowsExactly<ArgumentException>(
            () => TestRows.MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(rounds: 3) with { Checkpoint = new(folder["state"]) }));

        StringAssert.StartsWith(
            refusal.Message, $"The checkpoint's folder must be one to write to, but '{folder["state"]}' is a file. Name another folder.");
    }

    [TestMethod]
    public void Fit_FolderVanishes_MakesItAgainAndWritesTheRest()
    {
        using var folder = new TemporaryFolder();
        var log = new WarningLog();
        var options = TestRows.Quick(rounds: 6) with
        {
            Checkpoint = new(folder["state"]) { Interval = TimeSpan.Zero },
            Progress = new ProgressListener(progress =>
            {
                if (progress.Report.Round == 3) Directory.Delete(folder["state"], recursive: true);
            }),
        };

        using var gan = log.MLContext.Gan().Train(TestRows.Clusters(), options);

        Assert.AreEqual(6, gan.History.Rounds);
        Assert.IsNotNull(new CheckpointFolder(folder["state"], keep: 3).Newest(Assert.Fail));
        Assert.IsEmpty(log.Warnings.Where(line => line.Contains("checkpoint", StringComparison.Ordinal)));
    }

    private static SavedState State(int count) => new() { ["weights"] = new(new float[count], [count]) };
}
