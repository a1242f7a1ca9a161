using Gan.Testing;

namespace Microsoft.ML.Gan.Tests.Exchange;

[TestClass]
public sealed class FitOnRanksTests
{
    [TestMethod]
    public void Fit_TwoRanks_EndWithOneGeneratorAndTheFirstReports()
    {
        var rows = TestRows.Clusters();
        int[] reports = [0, 0], measures = [0, 0];

        var files = ThreadRanks.Run(2, exchange => Generator(Train(rows, TestRows.Quick("Label") with
        {
            Exchange = exchange,
            Progress = new ProgressListener(_ => reports[exchange.Rank]++),
            KeepBest = _ => measures[exchange.Rank]++,
        })));

        CollectionAssert.AreEqual(files[0], files[1]);
        CollectionAssert.AreNotEqual(files[0], Generator(Train(rows, TestRows.Quick("Label"))));
        CollectionAssert.AreEqual(new[] { 20, 0 }, reports);
        CollectionAssert.AreEqual(new[] { 20, 0 }, measures);
    }

    [TestMethod]
    public void Fit_BatchNormalization_EndsWithOneGeneratorOnAllRanks()
    {
        var images = TestRows.Images(64, side: 8);
        var architecture = GanArchitectures.Dcgan(generatorChannels: 4, discriminatorChannels: 4);

        var files = ThreadRanks.Run(2, exchange => Generator(Train(images, TestRows.Quick(rounds: 3, architecture: architecture) with
        {
            Exchange = exchange,
        })));

        CollectionAssert.AreEqual(files[0], files[1]);
    }

    [TestMethod]
    public void Fit_OneExchangeOfOneRank_IsAFitAlone()
    {
        var rows = TestRows.Clusters();

        var together = ThreadRanks.Run(1, exchange => Generator(Train(rows, TestRows.Quick() with { Exchange = exchange })));

        CollectionAssert.AreEqual(Generator(Train(rows, TestRows.Quick())), together[0]);
    }

    [TestMethod]
    public void Fit_ARankWithOtherRows_IsRefusedAtAllRanks()
    {
        var errors = ThreadRanks.Run(2, exchange => Assert.ThrowsExactly<InvalidOperationException>(
            () => Train(TestRows.Clusters(256 + exchange.Rank), TestRows.Quick() with { Exchange = exchange })).Message);

        CollectionAssert.AreEqual(errors, new[] { errors[0], errors[0] });
        Assert.StartsWith("All ranks must have the same options and data, but rank 1 has others than rank 0.", errors[0]);
    }

    [TestMethod]
    public void Fit_FewerRowsThanAllRanksNeed_IsRefused()
    {
        var errors = ThreadRanks.Run(2, exchange => Assert.ThrowsExactly<ArgumentException>(
            () => Train(TestRows.Clusters(63), TestRows.Quick() with { Exchange = exchange })).Message);

        Assert.Contains("at least BatchSize (32) rows for each of 2 ranks, but had 63.", errors[0]);
    }

    [TestMethod]
    public void Fit_CancelledAtOneRank_EndsAtAllAfterTheSameRound()
    {
        using var source = new CancellationTokenSource();

        var histories = ThreadRanks.Run(2, exchange => Train(TestRows.Clusters(), TestRows.Quick(rounds: 500) with
        {
            Exchange = exchange,
            CancellationToken = exchange.Rank == 1 ? source.Token : default,
            Progress = new ProgressListener(progress => source.Cancel()),
        }).History);

        Assert.IsTrue(histories.All(history => history.WasCancelled));
        Assert.AreEqual(histories[0].Rounds, histories[1].Rounds);
        Assert.IsLessThan(500, histories[0].Rounds);
    }

    [TestMethod]
    public void Fit_CheckpointOfTwoRanks_GoesOnAtThree()
    {
        using var folder = new TemporaryFolder();
        using var source = new CancellationTokenSource();
        var options = TestRows.Quick(rounds: 30) with { Checkpoint = new GanCheckpoint(folder.Path) { Interval = TimeSpan.Zero } };

        ThreadRanks.Run(2, exchange => Train(TestRows.Clusters(), options with
        {
            Exchange = exchange,
            CancellationToken = source.Token,
            Progress = new ProgressListener(progress => { if (progress.Report.Round == 10) source.Cancel(); }),
        }).History.Rounds);
        var written = folder.FileNames;
        var reports = ThreadRanks.Run(3, exchange => Train(TestRows.Clusters(), options with { Exchange = exchange }).History.Reports);

        Assert.HasCount(3, written);
        foreach (var ofRank in reports)
            CollectionAssert.AreEqual(Enumerable.Range(1, 30).ToArray(), ofRank.Select(report => report.Round).ToArray());
    }

    private static GanTransformer Train(IDataView rows, GanTrainer.Options options) => new MLContext(seed: 1).Gan().Train(rows, options);

    private static byte[] Generator(GanTransformer gan)
    {
        using (gan)
        {
            using var file = new MemoryStream();
            gan.Generator.Save(file);
            return file.ToArray();
        }
    }
}
