using Gan.Testing;

namespace Gan.Tool.Tests.Commands;

[TestClass]
[TestCategory("mpi")]
public sealed class RanksTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2), Seconds = TimeSpan.FromSeconds(20);

    [TestMethod]
    public void Ring_TwoRanksThenThree_WriteTheFilesOnceAndGoOnUntilOneIsKilled()
    {
        using TemporaryFolder files = new(), state = new(), never = new();
        using var two = MpiJob.Start(2, "ring", "--epochs", "2", "--device", "cpu", "--out", files.Path, "--checkpoint", state.Path);
        var output = two.Output.ReadToEnd();

        Assert.AreEqual(0, two.Wait(Long), two.Error);
        Assert.AreEqual(2, output.Split("Training on 8,192 points").Length);                 // one rank says it
        CollectionAssert.AreEqual(new[] { "generator.onnx", "history.csv", "ring.png", "training.png" }, files.FileNames);
        Assert.HasCount(1 + 8_192 * 2 / (256 * 2), File.ReadAllLines(files["history.csv"]));  // rounds of two batches
        CollectionAssert.AreEqual(new[] { "checkpoint-000001.safetensors" }, state.FileNames);

        using var three = MpiJob.Start(3, "ring", "--epochs", "100000", "--device", "cpu", "--out", never.Path, "--resume-from", state.Path);
        while (three.Output.ReadLine() is { } line && !line.Contains("V ")) ;                  // until the first report
        MpiJob.Kill(rank: 1, never.Path);

        Assert.AreNotEqual(0, three.Wait(Seconds));
        Assert.IsEmpty(never.FileNames);
        CollectionAssert.AreEqual(new[] { "checkpoint-000001.safetensors" }, state.FileNames);
    }

    [TestMethod]
    public void Table_TwoRanks_AreRefused()
    {
        using var folder = new TemporaryFolder();
        using var job = MpiJob.Start(2, "table", "--out", folder.Path);

        Assert.AreNotEqual(0, job.Wait(Seconds));
        Assert.Contains("gan table must run as one process, but 2 were started. Run it without mpiexec.", job.Error);
    }
}
