using Gan.Testing;
using Microsoft.ML.Data;
using Microsoft.ML.Gan.Tests.Tabular;
using Microsoft.ML.Gan.Training.Checkpoints;

namespace Microsoft.ML.Gan.Tests.Training.Checkpoints;

/// <summary>Fits that begin with another one: for more rounds, or on other rows.</summary>
[TestClass]
public sealed class SavedFitTests
{
    private static readonly GanTrainer.Options Vectors = TestRows.Quick("Label") with { LearningRateSchedule = GanSchedule.Constant(1) };

    [TestMethod]
    public void ResumeFrom_MoreRounds_EndsWithTheBytesOfOneGo()
    {
        using var folder = new TemporaryFolder();
        var checkpoint = new GanCheckpoint(folder["state"]);
        var (first, whole) = (Vectors with { MaxRounds = 15, Checkpoint = checkpoint }, Vectors with { MaxRounds = 40 });
        Generator(first).Dispose();

        using var elsewhere = Generator(whole with { ResumeFrom = folder["state"] });
        using var inPlace = Generator(whole with { ResumeFrom = folder["state"], Checkpoint = checkpoint });
        using var again = Generator(whole with { ResumeFrom = folder["state"], Checkpoint = checkpoint });

        using var expected = Generator(whole);
        foreach (var gan in new[] { elsewhere, inPlace, again })
        {
            CollectionAssert.AreEqual(FileOf(expected), FileOf(gan));
            Assert.AreEqual(40, gan.History.Rounds);
        }
    }

    [TestMethod]
    public void ResumeFrom_ATableOfMoreRounds_GoesOnWithItsPlayers()
    {
        using var folder = new TemporaryFolder();
        var data = TestTables.Groups(1000);
        var options = TestTables.Quick(20) with { Checkpoint = new GanCheckpoint(folder["state"]) };
        using var first = TestTables.Train(data, options);

        using var further = TestTables.Train(data, options with { MaxRounds = 60, Checkpoint = null, ResumeFrom = folder["state"] });
        using var same = TestTables.Train(data, options with { Checkpoint = null, ResumeFrom = folder["state"] });

        Assert.AreEqual(60, further.History.Rounds);
        CollectionAssert.AreEqual(
            first.History.Reports.Select(report => report.GeneratorLoss).ToArray(),
            further.History.Reports.Take(first.History.Reports.Count).Select(report => report.GeneratorLoss).ToArray());
        CollectionAssert.AreEqual(FileOf(first), FileOf(same));
        CollectionAssert.AreNotEqual(FileOf(first), FileOf(further));
    }

    [TestMethod]
    public void FineTuneFrom_OtherRows_BeginsWithTheNetworksAndUnitsOfTheFit()
    {
        using var folder = new TemporaryFolder();
        using var before = Generator(Vectors with { Checkpoint = new GanCheckpoint(folder["state"]), EmaHalfLifeInSamples = null });
        var still = Vectors with { FineTuneFrom = folder["state"], GeneratorLearningRate = 1e-12, DiscriminatorLearningRate = 1e-12 };

        using var after = TestRows.MLContext.Gan().Train(TestRows.Clusters(300), still);

        foreach (var (old, now) in Samples(before).Zip(Samples(after))) Assert.AreEqual(old, now, 1e-4);

        static float[] Samples(GanTransformer gan) =>
            [.. gan.Generator.Sample(20, "high", seed: 3).GetColumn<float[]>("Sample").SelectMany(sample => sample)];
    }

    [TestMethod]
    public void FineTuneFrom_FrozenLayers_LeavesThoseOfTheDiscriminatorAsTheyWere()
    {
        using var folder = new TemporaryFolder();
        Generator(Vectors with { Checkpoint = new GanCheckpoint(folder["old"]) }).Dispose();
        var options = Vectors with
        {
            FineTuneFrom = folder["old"],
            FrozenDiscriminatorLayers = 2,
            Checkpoint = new GanCheckpoint(folder["new"]),
        };

        TestRows.MLContext.Gan().Train(TestRows.Clusters(300), options).Dispose();

        var (old, now) = (WeightsOf(folder["old"]), WeightsOf(folder["new"]));
        bool[] kept = [.. old.Select(weight => weight.Value.SequenceEqual(now[weight.Key]))];
        Assert.AreEqual(true, kept[0]);
        Assert.AreEqual(false, kept[^1]);
        Assert.AreEqual("Lower it.", Assert.ThrowsExactly<ArgumentException>(
            () => Generator(Vectors with { FrozenDiscriminatorLayers = 99 })).Message[^9..]);
    }

    [TestMethod]
    public void FineTuneFrom_ATable_LearnsOtherRowsInTheSameColumns()
    {
        using var folder = new TemporaryFolder();
        var options = TestTables.Quick(60) with { Checkpoint = new GanCheckpoint(folder["state"]) };
        TestTables.Train(People(share: 0.8), options).Dispose();

        var tune = TestTables.Quick(5) with { FineTuneFrom = folder["state"] };

        using var gan = TestTables.Train(People(share: 0.2), tune);

        var rows = gan.Generator.Sample(2_000);
        Assert.AreEqual(0.2, rows.Texts("job").Count(job => job == "pilot") / 2_000.0, 0.03);
        Assert.AreEqual(40, rows.GetColumn<float>("age").Average(), 1);
        Assert.AreEqual(
            "Column 'job' must have the categories of the fit that this one begins with, but 'cook' is new. Leave its rows out, or train anew.",
            Assert.ThrowsExactly<ArgumentException>(() => TestTables.Train(People(share: 0.2, other: "cook"), tune)).Message);
        Assert.AreEqual(
            "FineTuneFrom must name a fit of a table of the same form, but these columns are other ones to the networks: 'size'. " +
            "Give them the roles that they had, or train anew.",
            Assert.ThrowsExactly<ArgumentException>(
                () => TestTables.Train(People(share: 0.2).Add("size", row => (float)Math.Sin(row)), tune)).Message);
    }

    [TestMethod]
    public void Begin_WithWhatDoesNotFit_IsRefusedByName()
    {
        using var folder = new TemporaryFolder();
        Generator(Vectors with { Checkpoint = new GanCheckpoint(folder["state"]) }).Dispose();
        void Refused(string message, GanTrainer.Options options) =>
            Assert.Contains(message, Assert.ThrowsExactly<ArgumentException>(() => Generator(options)).Message);

        Refused($"ResumeFrom must be a folder with a checkpoint, but '{folder["none"]}' has none.", Vectors with { ResumeFrom = folder["none"] });
        Refused($"FineTuneFrom must be a folder with a checkpoint, but '{folder["none"]}' has none.", Vectors with { FineTuneFrom = folder["none"] });
        Refused("One of ResumeFrom and FineTuneFrom must be null", Vectors with { ResumeFrom = "a", FineTuneFrom = "b" });
        Refused("Seed was 0 and is 5", Vectors with { ResumeFrom = folder["state"], Seed = 5 });
        Refused("FineTuneFrom must name a fit of the same networks", Vectors with { FineTuneFrom = folder["state"], LatentSize = 9 });
        Refused(
            "the names of the classes was high, low and is ", Vectors with { LabelColumnName = null, FineTuneFrom = folder["state"] });
    }

    private static TestTable People(double share, string? other = null)
    {
        var random = new Random(3);
        return new TestTable(1_000)
            .Texts("job", row => row == 0 && other is not null ? other : random.NextDouble() < share ? "pilot" : "smith")
            .Add("age", row => (float)(20 + random.NextDouble() * 40));
    }

    private static Dictionary<string, float[]> WeightsOf(string folder) => new CheckpointFolder(folder, 9).Newest(_ => { })!.Value.State
        .Where(part => part.Key.StartsWith("run/game/discriminator/network/", StringComparison.Ordinal))
        .ToDictionary(part => part.Key, part => (float[])part.Value.Values);

    private static GanTransformer Generator(GanTrainer.Options options) => TestRows.MLContext.Gan().Train(TestRows.Clusters(), options);

    private static byte[] FileOf(GanTransformer gan) => Written(gan.SaveGenerator);

    private static byte[] FileOf(TabularGanTransformer gan) => Written(gan.SaveGenerator);

    private static byte[] Written(Action<string> save)
    {
        using var folder = new TemporaryFolder();
        save(folder["generator.onnx"]);
        return File.ReadAllBytes(folder["generator.onnx"]);
    }
}
