using Gan.Onnx;
using Gan.Testing;
using Microsoft.ML.Gan.Tests.Tabular;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Training.Checkpoints;

/// <summary>Fits that are stopped and begun again with the same options, data and folder.</summary>
[TestClass]
public sealed class CheckpointTests
{
    private const int Rounds = 40;                                            // as many reports

    private static readonly IDataView Clusters = TestRows.Clusters(70);
    private static readonly IDataView Images = TestRows.Images(70, 8);
    private static readonly IDataView Table = TestTables.Groups(1000);

    private static readonly Dictionary<string, Func<GanCheckpoint?, Action<GanProgress>, WarningLog, byte[]>> Fits = new()
    {
        ["vectors"] = (checkpoint, listen, log) => File(log, Clusters, TestRows.Quick("Label", Rounds), checkpoint, listen),
        ["images"] = (checkpoint, listen, log) => File(
            log, Images, TestRows.Quick(rounds: Rounds, architecture: GanArchitectures.Dcgan(8)), checkpoint, listen),
        ["table"] = (checkpoint, listen, log) =>
        {
            var options = TestTables.Quick(Rounds) with { Checkpoint = checkpoint, Progress = new ProgressListener(listen) };
            using var gan = log.MLContext.Gan().TrainTabular(Table, options);
            return Written(gan.SaveGenerator);
        },
    };

    [TestMethod]
    [DataRow("vectors")]
    [DataRow("images")]
    [DataRow("table")]
    public void Fit_StoppedAgainAndAgain_EndsWithTheBytesOfOneGo(string kind)
    {
        using var folder = new TemporaryFolder();
        var checkpoint = new GanCheckpoint(folder["state"]) { Interval = TimeSpan.Zero, Keep = 2 };
        var whole = Fits[kind](null, _ => { }, new WarningLog());
        foreach (var stop in new[] { 1, 13, 14, Rounds - 1, Rounds })
        {
            var stopped = Assert.ThrowsExactly<OperationCanceledException>(
                () => Fits[kind](checkpoint, Throw(stop), new WarningLog()), $"round {stop}");
            Assert.AreEqual("killed", stopped.Message);
        }

        var log = new WarningLog();
        var rounds = new List<int>();
        var resumed = Fits[kind](checkpoint, progress => rounds.Add(progress.Report.Round), log);

        CollectionAssert.AreEqual(whole, resumed);
        Assert.IsEmpty(rounds, "All rounds were done.");
        Assert.HasCount(1, log.Lines.Where(
            line => line.StartsWith($"Training goes on from the checkpoint '{folder["state"]}", StringComparison.Ordinal)));
        Assert.HasCount(2, Directory.GetFiles(folder["state"]));
    }

    [TestMethod]
    public void Fit_CancelledBetweenReports_GoesOnFromTheLastOne()
    {
        using var folder = new TemporaryFolder();
        var options = TestRows.Quick(rounds: 1000);                           // a report in every fifth round
        var whole = File(new WarningLog(), Clusters, options, null, _ => { });
        using var source = new CancellationTokenSource();
        var checkpoint = new GanCheckpoint(folder.Path);                      // its interval does not pass

        var cancelled = File(
            new WarningLog(), Clusters, options with { CancellationToken = source.Token, Regularizer = new CancellingRegularizer(source) },
            checkpoint, _ => { });
        var rounds = new List<int>();
        var resumed = File(
            new WarningLog(), Clusters, options with { Regularizer = new CancellingRegularizer(null) }, checkpoint,
            progress => rounds.Add(progress.Report.Round));

        CollectionAssert.AreNotEqual(whole, cancelled);
        CollectionAssert.AreEqual(whole, resumed);
        Assert.AreEqual(505, rounds[0]);
    }

    [TestMethod]
    public void Fit_OtherOptions_NamesThem()
    {
        using var folder = new TemporaryFolder();
        var checkpoint = new GanCheckpoint(folder.Path);
        File(new WarningLog(), Clusters, TestRows.Quick(rounds: 4), checkpoint, _ => { });

        var refusal = Assert.ThrowsExactly<ArgumentException>(() => File(
            new WarningLog(), Clusters,
            TestRows.Quick(rounds: 5, seed: 2, loss: GanLosses.Hinge, regularizer: GanRegularizers.None) with { Prior = LatentPrior.Uniform },
            checkpoint, _ => { }));

        Assert.AreEqual(
            $"The checkpoint '{folder["checkpoint-000001.safetensors"]}' must be of a fit with the same options and data, but Prior was Normal and " +
            "is Uniform, Loss was non-saturating and is hinge, Regularizer was R1(γ=0.1) and is none, MaxRounds was 4 and is 5, " +
            "Seed was 0 and is 2. Go on with those, or name another folder.",
            refusal.Message);
    }

    [TestMethod]
    public void Fit_OtherData_NamesWhatDiffers()
    {
        using var folder = new TemporaryFolder();
        var (vectors, table) = (new GanCheckpoint(folder["vectors"]), new GanCheckpoint(folder["table"]));
        File(new WarningLog(), Clusters, TestRows.Quick(rounds: 4), vectors, _ => { });
        TestTables.Train(People(100, "ann"), TestTables.Quick(4) with { Checkpoint = table }).Dispose();

        AssertRefused("the number of rows was 70 and is 71, the rows' values changed", () => File(
            new WarningLog(), TestRows.Clusters(71), TestRows.Quick(rounds: 4), vectors, _ => { }));
        AssertRefused("column 'name' changed", () => TestTables.Train(People(100, "bob"), TestTables.Quick(4) with { Checkpoint = table }));
        AssertRefused("column 'home' is new", () => TestTables.Train(
            People(100, "ann").Texts("home", row => $"{row % 3}"), TestTables.Quick(4) with { Checkpoint = table }));
        AssertRefused("ColumnNames was none and is name, column 'age' is gone", () => TestTables.Train(
            People(100, "ann"), TestTables.Quick(4) with { Checkpoint = table, ColumnNames = ["name"] }));
    }

    [TestMethod]
    public void Fit_FolderThatTurnsIntoAFile_TrainsOnAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        var log = new WarningLog();

        var file = File(
            log, Clusters, TestRows.Quick(rounds: 6), new GanCheckpoint(folder["state"]) { Interval = TimeSpan.Zero }, progress =>
            {
                if (progress.Report.Round != 3) return;
                Directory.Delete(folder["state"], recursive: true);
                System.IO.File.WriteAllText(folder["state"], "");
            });

        CollectionAssert.AreEqual(File(new WarningLog(), Clusters, TestRows.Quick(rounds: 6), null, _ => { }), file);
        var warnings = log.Warnings.Where(warning => warning.Contains("checkpoint", StringComparison.Ordinal)).ToList();
        Assert.HasCount(4, warnings);                                         // three reports, and the end
        StringAssert.StartsWith(warnings[0], $"No checkpoint could be written to '{folder["state"]}'. ");
    }

    [TestMethod]
    public void Train_ImpossibleCheckpoint_IsRefused()
    {
        var options = TestRows.Quick() with { Checkpoint = new GanCheckpoint("x") { Interval = TimeSpan.FromSeconds(-1), Keep = 0 } };

        var refusal = Assert.ThrowsExactly<ArgumentException>(() => TestRows.MLContext.Gan().Train(options));

        StringAssert.StartsWith(
            refusal.Message,
            "Interval of the checkpoint must not be negative, but was -00:00:01." + Environment.NewLine +
            "Keep of the checkpoint must be at least 1, but was 0.");
        Assert.ThrowsExactly<ArgumentException>(() => new GanCheckpoint(" "));
    }

    private static TestTable People(int count, string first) => new TestTable(count)
        .Texts("name", row => row == 0 ? first : row % 2 == 0 ? "cat" : "dan").Add("age", row => (float)(row % 40));

    private static void AssertRefused(string what, Action fit) => Assert.Contains(
        $"must be of a fit with the same options and data, but {what}", Assert.ThrowsExactly<ArgumentException>(fit).Message);

    private static Action<GanProgress> Throw(int round) => progress =>
    {
        if (progress.Report.Round == round) throw new OperationCanceledException("killed");
    };

    private static byte[] File(
        WarningLog log, IDataView data, GanTrainer.Options options, GanCheckpoint? checkpoint, Action<GanProgress> listen)
    {
        using var gan = log.MLContext.Gan().Train(data, options with { Checkpoint = checkpoint, Progress = new ProgressListener(listen) });
        return Written(gan.SaveGenerator);
    }

    private static byte[] Written(Action<string> save)
    {
        using var folder = new TemporaryFolder();
        save(folder["generator.onnx"]);
        return System.IO.File.ReadAllBytes(folder["generator.onnx"]);
    }

    /// <summary>R1 as the options have it, which cancels in the 503rd step.</summary>
    private sealed class CancellingRegularizer(CancellationTokenSource? source) : IDiscriminatorRegularizer
    {
        private readonly IDiscriminatorRegularizer _inner = GanRegularizers.R1(0.1);
        private int _steps;

        public string Name => _inner.Name;

        public Tensor? Penalty(DiscriminatorStep step)
        {
            if (++_steps == 503) source?.Cancel();
            return _inner.Penalty(step);
        }
    }
}
