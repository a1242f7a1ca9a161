using Gan.Testing;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Training.Checkpoints;

/// <summary>Fits whose penalty is infinite now and then.</summary>
[TestClass]
public sealed class DivergenceRetryTests
{
    private const int Rounds = 40;                                            // as many reports

    private static readonly IDataView Clusters = TestRows.Clusters(70);

    [TestMethod]
    [DataRow(2, 2)]
    [DataRow(3, 3)]
    public void Fit_ThatDiverges_GoesBackWithHalfTheRates(int divergences, int retries)
    {
        using var folder = new TemporaryFolder();
        var log = new WarningLog();
        var options = TestRows.Quick(rounds: Rounds, regularizer: new FailingRegularizer(divergences)) with
        {
            Checkpoint = new GanCheckpoint(folder.Path),
            DivergenceRetries = retries,
        };

        using var gan = log.MLContext.Gan().Train(Clusters, options);

        Assert.AreEqual(divergences, gan.History.DivergenceRetries);
        CollectionAssert.AreEqual(Enumerable.Range(1, Rounds).ToArray(), gan.History.Reports.Select(report => report.Round).ToArray());
        var warnings = log.Warnings.Where(warning => warning.Contains("diverged", StringComparison.Ordinal)).ToList();
        Assert.HasCount(divergences, warnings);
        StringAssert.EndsWith(
            warnings[^1], $" Training goes back to its last report, with half the learning rates: retry {divergences} of {retries}.");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void Fit_ThatDivergesOnceMoreThanAllowed_Fails(int retries)
    {
        using var folder = new TemporaryFolder();
        var options = TestRows.Quick(rounds: Rounds, regularizer: new FailingRegularizer(retries + 1)) with
        {
            Checkpoint = new GanCheckpoint(folder.Path),
            DivergenceRetries = retries,
        };

        Assert.ThrowsExactly<GanTrainingException>(() => TestRows.MLContext.Gan().Train(Clusters, options));
    }

    [TestMethod]
    public void Fit_KilledAfterADivergence_GoesOnWithTheLowerRates()
    {
        using var folder = new TemporaryFolder();
        var whole = Losses(1, new GanCheckpoint(folder["one"]), _ => { });
        var checkpoint = new GanCheckpoint(folder["two"]);
        Assert.ThrowsExactly<OperationCanceledException>(() => Losses(1, checkpoint, Throw(Rounds - 5)));

        var resumed = Losses(0, checkpoint, _ => { });

        CollectionAssert.AreEqual(whole, resumed);
        CollectionAssert.AreNotEqual(Losses(0, new GanCheckpoint(folder["three"]), _ => { }), resumed);
    }

    [TestMethod]
    public void Train_RetriesWithoutACheckpoint_AreRefused()
    {
        var refusal = Assert.ThrowsExactly<ArgumentException>(
            () => TestRows.MLContext.Gan().Train(TestRows.Quick() with { DivergenceRetries = 2 }));

        StringAssert.StartsWith(refusal.Message, "DivergenceRetries must be 0 without a Checkpoint, but was 2. Set one.");
    }

    private static Action<GanProgress> Throw(int round) => progress =>
    {
        if (progress.Report.Round == round) throw new OperationCanceledException();
    };

    private static double[] Losses(int divergences, GanCheckpoint checkpoint, Action<GanProgress> listen)
    {
        var options = TestRows.Quick(rounds: Rounds, regularizer: new FailingRegularizer(divergences)) with
        {
            Checkpoint = checkpoint,
            DivergenceRetries = 1,
            Progress = new ProgressListener(listen),
        };
        using var gan = TestRows.MLContext.Gan().Train(Clusters, options);
        return [.. gan.History.Reports.SelectMany(report => new[] { report.DiscriminatorLoss, report.GeneratorLoss })];
    }

    /// <summary>R1 which, so many times, is infinite in the tenth step, counted from the time before.</summary>
    private sealed class FailingRegularizer(int failures) : IDiscriminatorRegularizer
    {
        private readonly IDiscriminatorRegularizer _inner = GanRegularizers.R1(0.1);
        private int _steps, _failures;

        public string Name => _inner.Name;

        public Tensor? Penalty(DiscriminatorStep step)
        {
            if (++_steps < 10 || _failures == failures) return _inner.Penalty(step);
            (_steps, _failures) = (0, _failures + 1);
            return _inner.Penalty(step)! * float.PositiveInfinity;
        }
    }
}
