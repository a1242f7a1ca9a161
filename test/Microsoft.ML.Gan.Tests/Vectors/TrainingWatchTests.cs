using Microsoft.ML.Gan.Training.State;
using Microsoft.ML.Gan.Vectors;

namespace Microsoft.ML.Gan.Tests.Vectors;

[TestClass]
public sealed class TrainingWatchTests
{
    [TestMethod]
    public void Fit_GeneratorThatCollapses_IsWarnedOf()
    {
        var warnings = Warnings(TestRows.Ring(), generatorRate: 2e-3, discriminatorRate: 1e-4, GanLosses.NonSaturating, GanRegularizers.None);

        StringAssert.Matches(
            warnings[0],
            new(@"^Round \d+: the generator may have collapsed to few modes: its samples spread \d+ ?% as far as the real rows\. Raise the penalty"));
    }

    [TestMethod]
    public void Fit_SaturatingLossAgainstASureDiscriminator_IsWarnedOfOnce()
    {
        var warnings = Warnings(TestRows.Clusters(), generatorRate: 1e-6, discriminatorRate: 5e-3, GanLosses.Minimax, GanRegularizers.None);

        Assert.HasCount(1, warnings.Where(warning => warning.Contains("gradient has vanished", StringComparison.Ordinal)).ToList());
    }

    [TestMethod]
    public void Fit_NonSaturatingLossAgainstASureDiscriminator_KeepsItsGradient()
    {
        var warnings = Warnings(TestRows.Clusters(), generatorRate: 1e-6, discriminatorRate: 5e-3, GanLosses.NonSaturating, GanRegularizers.None);

        Assert.IsFalse(warnings.Exists(warning => warning.Contains("gradient has vanished", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Fit_HealthyRun_IsNotWarnedOf() =>
        Assert.IsEmpty(Warnings(TestRows.Ring(), generatorRate: 1e-3, discriminatorRate: 1e-3, GanLosses.NonSaturating, GanRegularizers.R1(0.1)));

    [TestMethod]
    public void Look_SavedAndLoadedIntoAnother_CountsOn()
    {
        var saved = new SavedState();
        var (first, second) = (new TrainingWatch(), new TrainingWatch());
        var collapsed = new GanProgress(Report(diversity: 0.1), TotalRounds: 300, TotalEpochs: 1);
        for (var report = 0; report < 2; report++) Assert.IsEmpty(first.Look(collapsed).ToList());
        first.Save(new StateWriter(saved));

        second.Load(new StateReader(saved));

        Assert.HasCount(1, second.Look(collapsed).ToList());
        Assert.IsEmpty(second.Look(collapsed).ToList());
    }

    [TestMethod]
    public void Look_SamplesThatSpreadOutAgain_TakesTheWarningBackAndStaysAwake()
    {
        double[] diversities = [0.1, 0.1, 0.1, 0.1, 0.3, 0.5, 0.3, 0.5, 0.5, 0.5, 0.9, 0.1, 0.1, 0.1];

        var messages = Messages(diversities, totalRounds: 300);

        CollectionAssert.AreEqual(
            new[] { (102, "the generator may have collapsed"), (109, "the generator has recovered"), (113, "the generator may have collapsed") },
            messages.ConvertAll(message => (message.Round, message.Text.Split(": ")[1].Split(" to few modes")[0])));
        Assert.AreEqual(
            $"Round 109: the generator has recovered: its samples spread {0.5:P0} as far as the real rows.", messages[1].Text);
    }

    [TestMethod]
    public void Look_GradientThatComesBack_TakesTheWarningBack()
    {
        var watch = new TrainingWatch();
        GanTrainingReport Vanished(double signal) => Report(1) with { GeneratorSignal = signal, DiscriminatorAccuracy = 1 };

        var messages = new[] { 0.001, 0.001, 0.001, 0.001, 0.5, 0.5, 0.5 }
            .SelectMany(signal => watch.Look(new GanProgress(Vanished(signal), TotalRounds: 300, TotalEpochs: 1))).ToList();

        Assert.HasCount(2, messages);
        StringAssert.Contains(messages[0], "the generator's gradient has vanished");
        StringAssert.Contains(messages[1], "the generator's gradient is back");
    }

    [TestMethod]
    [DataRow(300, 1)]                                                         // the first 100 rounds of images are narrow, whatever comes of them
    [DataRow(20, 1)]
    [DataRow(8_000, 780)]                                                     // the first tenth
    public void Look_NarrowSamplesAtTheStart_AreNotWarnedOf(int totalRounds, int firstRound)
    {
        var diversities = Enumerable.Repeat(0.05, 20).ToArray();

        Assert.IsEmpty(Messages(diversities, totalRounds, firstRound));
    }

    private static List<(int Round, string Text)> Messages(double[] diversities, int totalRounds, int firstRound = 100)
    {
        var watch = new TrainingWatch();
        return [.. diversities.Index().SelectMany(report =>
        {
            var round = firstRound + report.Index;
            return watch.Look(new GanProgress(Report(report.Item) with { Round = round }, totalRounds, TotalEpochs: 1)).Select(text => (round, text));
        })];
    }

    private static GanTrainingReport Report(double diversity) => new()
    {
        Round = 150,
        Epoch = 1,
        DiscriminatorLoss = 1,
        Penalty = 0,
        GeneratorLoss = 1,
        ProbabilityOfReal = 0.5,
        ProbabilityOfFake = 0.5,
        Value = 0,
        DiscriminatorAccuracy = 0.5,
        Diversity = diversity,
        GeneratorSignal = 1,
        Pace = new GanPace(1),
        SamplesPerSecond = 1,
    };

    private static List<string> Warnings(
        IDataView rows, double generatorRate, double discriminatorRate, IGanLoss loss, IDiscriminatorRegularizer regularizer)
    {
        var ml = new MLContext();
        var warnings = new List<string>();
        ml.Log += (_, line) =>
        {
            if (line.Kind == Runtime.ChannelMessageKind.Warning) warnings.Add(line.RawMessage);
        };
        using var gan = ml.Gan().Train(rows, new()
        {
            Architecture = GanArchitectures.Mlp(96, 3),
            BatchSize = 64,
            LearningRateSchedule = 1.0,
            LatentSize = 8,
            MaxRounds = 400,
            Epochs = 1000,
            GeneratorLearningRate = generatorRate,
            DiscriminatorLearningRate = discriminatorRate,
            Loss = loss,
            Regularizer = regularizer,
        });
        return warnings;
    }
}
