using Microsoft.ML.Gan.Training.State;
using Microsoft.ML.Gan.Vectors;

namespace Microsoft.ML.Gan.Tests.Vectors;

[TestClass]
public sealed class TrainingWatchTests
{
    [TestMethod]
    public void Fit_GeneratorThatCollapses_IsWarnedOfOnce()
    {
        var warnings = Warnings(TestRows.Ring(), generatorRate: 2e-3, discriminatorRate: 1e-4, GanLosses.NonSaturating, GanRegularizers.None);

        Assert.HasCount(1, warnings);
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
        var saved = new Dictionary<string, Array>();
        var (first, second) = (new TrainingWatch(), new TrainingWatch());
        var collapsed = new GanProgress(Report(diversity: 0.1), TotalRounds: 100, TotalEpochs: 1);
        for (var report = 0; report < 2; report++) Assert.IsEmpty(first.Look(collapsed).ToList());
        first.Save(new StateWriter(saved));

        second.Load(new StateReader(saved));

        Assert.HasCount(1, second.Look(collapsed).ToList());
        Assert.IsEmpty(second.Look(collapsed).ToList());
    }

    private static GanTrainingReport Report(double diversity) => new()
    {
        Round = 50,
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
