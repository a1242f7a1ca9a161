using Microsoft.ML.Gan.Training.Loop;
using Microsoft.ML.Gan.Training.State;

namespace Microsoft.ML.Gan.Tests.Training.Loop;

[TestClass]
public sealed class TrainingLoopTests
{
    private static readonly TrainingPlan Plan = new(totalRounds: 23, reports: 4, GanSchedule.Cosine(1));          // a report every 5 rounds

    [TestMethod]
    public void Run_ToItsEnd_ReportsEveryFewRoundsAndAtTheEnd()
    {
        var training = new CountedTraining();
        var calls = 0;

        var wasCancelled = new TrainingLoop<CountedTraining.Means>(training, Plan).Run(() => Assert.HasCount(++calls, training.Reports), default);

        Assert.IsFalse(wasCancelled);
        Assert.HasCount(23, training.Rounds);
        Assert.AreEqual("5 5, 10 5, 15 5, 20 5, 23 3", Spans(training));
        Assert.AreEqual(5, calls);
        Assert.IsTrue(training.Reports.All(report => report.Quality is null));
        Assert.AreEqual(0, training.Rounds[0].Progress);
        Assert.AreEqual(22.0 / 23, training.Rounds[^1].Progress);
        Assert.AreEqual(GanSchedule.Cosine(1).At(22.0 / 23), training.Rounds[^1].RateFactor);
    }

    [TestMethod]
    public void Run_CancelledBeforeTheFirstRound_TrainsNothing()
    {
        var training = new CountedTraining();

        Assert.ThrowsExactly<OperationCanceledException>(
            () => new TrainingLoop<CountedTraining.Means>(training, Plan).Run(() => { }, new CancellationToken(canceled: true)));

        Assert.IsEmpty(training.Rounds);
        Assert.IsEmpty(training.Reports);
    }

    [TestMethod]
    public void Run_CancelledInARound_ReportsItAndEnds()
    {
        using var source = new CancellationTokenSource();
        var training = new CountedTraining(round =>
        {
            if (round == 7) source.Cancel();
            return 0;
        });

        Assert.IsTrue(new TrainingLoop<CountedTraining.Means>(training, Plan).Run(() => { }, source.Token));

        Assert.AreEqual("5 5, 7 2", Spans(training));
    }

    [TestMethod]
    public void Run_CancelledByAListener_EndsAtItsReport()
    {
        using var source = new CancellationTokenSource();
        var training = new CountedTraining();

        Assert.IsTrue(new TrainingLoop<CountedTraining.Means>(training, Plan).Run(source.Cancel, source.Token));

        Assert.AreEqual("5 5", Spans(training));
    }

    [TestMethod]
    public void Run_CancelledAtItsEnd_IsNotCancelled()
    {
        using var source = new CancellationTokenSource();
        var training = new CountedTraining(round =>
        {
            if (round == 23) source.Cancel();
            return 0;
        });

        Assert.IsFalse(new TrainingLoop<CountedTraining.Means>(training, Plan).Run(() => { }, source.Token));
    }

    [TestMethod]
    [DataRow(1e6, "1E+06")]
    [DataRow(-2e7, "-2E+07")]
    [DataRow(double.NaN, "NaN")]
    public void Run_LossOutOfBounds_NamesItsRoundAndTheRemedy(double loss, string shown)
    {
        var training = new CountedTraining(round => round >= 8 ? loss : -999_999);

        var error = Assert.ThrowsExactly<GanTrainingException>(() => new TrainingLoop<CountedTraining.Means>(training, Plan).Run(() => { }, default));

        Assert.AreEqual($"Training diverged at round 8: the second loss must stay below 1,000,000 in size, but was {shown}. Do less.", error.Message);
        Assert.AreEqual("5 5", Spans(training));
    }

    [TestMethod]
    public void Run_QualityThatIsOver_EndsIt()
    {
        var training = new CountedTraining();

        var wasCancelled = new TrainingLoop<CountedTraining.Means>(training, Plan, new Watch(lastRound: 15)).Run(() => { }, default);

        Assert.IsFalse(wasCancelled);
        Assert.AreEqual("5 5, 10 5, 15 5", Spans(training));
        CollectionAssert.AreEqual(new double?[] { 5.0 / 23, 10.0 / 23, 15.0 / 23 }, training.Reports.ConvertAll(report => report.Quality));
    }

    [TestMethod]
    public void Run_SavedAndLoadedIntoAnotherLoop_GoesOnWhereItWas()
    {
        using var source = new CancellationTokenSource();
        var saved = new SavedState();
        var (first, second) = (new CountedTraining(), new CountedTraining());
        var loop = new TrainingLoop<CountedTraining.Means>(first, Plan);
        loop.Run(() =>
        {
            if (first.Reports.Count < 2) return;
            loop.Save(new StateWriter(saved));
            source.Cancel();
        }, source.Token);

        var resumed = new TrainingLoop<CountedTraining.Means>(second, Plan);
        resumed.Load(new StateReader(saved));
        Assert.IsFalse(resumed.Run(() => { }, default));

        Assert.AreEqual("15 5, 20 5, 23 3", Spans(second));
        Assert.AreEqual(10.0 / 23, second.Rounds[0].Progress);
        Assert.IsGreaterThan(TimeSpan.FromTicks((long)saved["ticks"].Values.GetValue(0)!), resumed.Elapsed);
        Assert.IsFalse(resumed.Run(() => { }, default), "Nothing is left to do.");
        Assert.HasCount(13, second.Rounds);
    }

    private static string Spans(CountedTraining training) =>
        string.Join(", ", training.Reports.Select(report => $"{report.Span.Round} {report.Span.Rounds}"));

    /// <summary>Measures the share of the rounds that is done, until a round.</summary>
    private sealed class Watch(int lastRound) : IQualityWatch
    {
        private int _round;

        public bool IsOver(int totalRounds) => _round >= lastRound;

        public double? Measure(int round, int totalRounds)
        {
            _round = round;
            return (double)round / totalRounds;
        }

        public void Save(StateWriter to)
        {
        }

        public void Load(StateReader from)
        {
        }
    }
}
