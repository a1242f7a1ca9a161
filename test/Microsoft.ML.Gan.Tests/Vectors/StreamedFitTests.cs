using Gan.Testing;
using Microsoft.ML.Gan.Tests.Exchange;
using TorchSharp;

namespace Microsoft.ML.Gan.Tests.Vectors;

/// <summary>Fits whose rows are read anew in each pass, against fits of the same rows in memory.</summary>
[TestClass]
public sealed class StreamedFitTests
{
    private const int Rows = 70, Places = 24;

    private static readonly IDataView Clusters = TestRows.Clusters(Rows);
    private static readonly IDataView Images = TestRows.ByteImages(Rows, 8);

    private static readonly Dictionary<string, (IDataView Rows, GanTrainer.Options Options)> Cases = new()
    {
        ["classes, packed"] = (Clusters, TestRows.Quick("Label") with { PackSize = 2 }),
        ["two steps of D"] = (Clusters, TestRows.Quick(discriminatorSteps: 2)),
        ["images of bytes, augmented, in classes"] = (
            Images, TestRows.Quick("Label", 6, architecture: GanArchitectures.Dcgan(4, 4)) with { Augmentation = GanAugmentations.DiffAugment() }),
    };

    [TestMethod]
    [DataRow("classes, packed", Places)]
    [DataRow("classes, packed", 1)]
    [DataRow("classes, packed", Rows)]
    [DataRow("two steps of D", Places)]
    [DataRow("images of bytes, augmented, in classes", Places)]
    public void Fit_RowsReadAnewInEachPass_EndsWithTheBytesOfMemory(string name, int places)
    {
        var (rows, options) = Cases[name];
        options = options with { ShuffleBufferRows = places };

        var streamed = Train(rows, options with { MemoryLimit = 1 });

        CollectionAssert.AreEqual(Train(rows, options), streamed);
        var ofAll = Train(rows, options with { ShuffleBufferRows = null });
        if (places == Rows) CollectionAssert.AreEqual(ofAll, streamed);
        else CollectionAssert.AreNotEqual(ofAll, streamed, "The order is another.");
    }

    [TestMethod]
    public void Fit_StoppedWithinAPass_GoesOnToTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        using var source = new CancellationTokenSource();
        var options = TestRows.Quick("Label") with { MemoryLimit = 1, ShuffleBufferRows = Places };
        var stopped = options with
        {
            Checkpoint = new GanCheckpoint(folder.Path),
            CancellationToken = source.Token,
            Progress = new ProgressListener(progress => { if (progress.Report.Round == 7) source.Cancel(); }),
        };
        Train(Clusters, stopped);

        var resumed = Train(Clusters, stopped with { CancellationToken = default, Progress = null });
        var inMemory = Train(Clusters, options with { MemoryLimit = null, Checkpoint = new GanCheckpoint(folder.Path) });

        CollectionAssert.AreEqual(Train(Clusters, options), resumed);
        CollectionAssert.AreEqual(resumed, inMemory, "The checkpoint fits a fit in memory too.");
    }

    [TestMethod]
    public void Fit_LimitWithRoomForSomeRows_DrawsAmongThem()
    {
        var log = new WarningLog();
        var bytes = Rows / 2 * (2 * sizeof(float) + 32);                      // a row's two numbers, class and place

        using var gan = log.MLContext.Gan().Train(Clusters, TestRows.Quick() with { MemoryLimit = bytes });

        CollectionAssert.Contains(
            log.Lines, "The rows are read anew in each pass, since they take more than MemoryLimit: the next one is drawn among 35.");
    }

    [TestMethod]
    public void Fit_TwoRanks_EndWithTheBytesOfTwoInMemory()
    {
        var options = TestRows.Quick("Label") with { ShuffleBufferRows = Places, BatchSize = 16 };

        var streamed = ThreadRanks.Run(2, exchange => Train(Clusters, options with { Exchange = exchange, MemoryLimit = 1 }));
        var mixed = ThreadRanks.Run(
            2, exchange => Train(Clusters, options with { Exchange = exchange, MemoryLimit = exchange.Rank == 0 ? null : 1 }));

        CollectionAssert.AreEqual(streamed[0], streamed[1]);
        CollectionAssert.AreEqual(streamed[0], mixed[1]);
    }

    [TestMethod]
    [DataRow(69, "but had 70 at first and 69 later.")]
    [DataRow(71, "but had 70 at first and more later.")]
    public void Fit_AnotherNumberOfRowsLater_SaysHowMany(int later, string end)
    {
        var rows = new PassRows(pass => PassRows.Line(pass < 2 ? Rows : later));

        var failure = Assert.ThrowsExactly<InvalidOperationException>(() => Train(rows));

        Assert.AreEqual($"The training data must have as many rows in each pass, {end} Save it to a file, or cache it.", failure.Message);
        Assert.IsFalse(rows.IsOpen);
    }

    [TestMethod]
    public void Fit_RowsThatThrowLater_SaysWhereAndWhy()
    {
        var rows = new PassRows(pass => PassRows.Line(Rows).Select((point, row) =>
            pass == 2 && row == 9 ? throw new IOException("The disk is gone.") : point));

        var failure = Assert.ThrowsExactly<InvalidOperationException>(() => Train(rows));

        Assert.StartsWith("The training data must be such as can be read in each pass, but reading it again failed at row 10. ", failure.Message);
        Assert.EndsWith("The disk is gone.", failure.Message);
        Assert.IsNotNull(failure.InnerException);
        Assert.IsFalse(rows.IsOpen);
    }

    [TestMethod]
    public void Fit_ANumberThatIsNotFiniteLater_NamesItsRow()
    {
        var rows = new PassRows(pass => PassRows.Line(Rows).Select((point, row) =>
            pass == 1 && row == 2 ? new TestRows.Vector { Features = [1, float.NaN] } : point));

        var failure = Assert.ThrowsExactly<InvalidOperationException>(() => Train(rows));

        Assert.Contains("failed at row 3. Row 3 of column 'Features' must have finite values only, but had NaN.", failure.Message);
    }

    [TestMethod]
    public void Fit_CancelledWhileItTrains_KeepsWhatWasTrainedAndLeavesNothingOpen()
    {
        using var source = new CancellationTokenSource();
        var rows = new PassRows(_ => PassRows.Line(Rows));
        var tensors = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        using (var gan = TestRows.MLContext.Gan().Train(rows, Streamed with
        {
            CancellationToken = source.Token,
            Progress = new ProgressListener(progress => { if (progress.Report.Round == 3) source.Cancel(); }),
        }))
        {
            Assert.AreEqual((true, 3), (gan.History.WasCancelled, gan.History.Rounds));
        }

        Assert.IsFalse(rows.IsOpen, "The thread has ended.");
        Assert.AreEqual(tensors, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [TestMethod]
    public void Fit_CancelledWhileTheBufferFills_EndsAtOnce()
    {
        using var source = new CancellationTokenSource();
        var rows = new PassRows(pass => PassRows.Line(Rows).Select((point, row) =>
        {
            if (pass != 1 || row != 5) return point;
            source.Cancel();
            return point;
        }));

        Assert.ThrowsExactly<OperationCanceledException>(
            () => TestRows.MLContext.Gan().Train(rows, Streamed with { CancellationToken = source.Token, BatchSize = Rows }));

        Assert.IsFalse(rows.IsOpen);
    }

    [TestMethod]
    public void Options_NoBytesOrNoRows_AreRefused() => Assert.AreEqual(
        $"MemoryLimit must be at least 1, but was 0.{Environment.NewLine}ShuffleBufferRows must be at least 1, but was -1. (Parameter 'options')",
        Assert.ThrowsExactly<ArgumentException>(() => TestRows.MLContext.Gan().Train(new() { MemoryLimit = 0, ShuffleBufferRows = -1 })).Message);

    private static GanTrainer.Options Streamed => TestRows.Quick() with { MemoryLimit = 1, ShuffleBufferRows = Places };

    private static void Train(PassRows rows) => TestRows.MLContext.Gan().Train(rows, Streamed).Dispose();

    private static byte[] Train(IDataView rows, GanTrainer.Options options)
    {
        using var gan = new MLContext(seed: 1).Gan().Train(rows, options);
        using var file = new MemoryStream();
        gan.Generator.Save(file);
        return file.ToArray();
    }
}
