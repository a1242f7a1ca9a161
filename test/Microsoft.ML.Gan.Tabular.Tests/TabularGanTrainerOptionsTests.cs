namespace Microsoft.ML.Gan.Tests.Tabular;

[TestClass]
public sealed class TabularGanTrainerOptionsTests
{
    [TestMethod]
    public void Options_Defaults_AreThoseOfTheDocumentation()
    {
        var options = new TabularGanTrainer.Options();

        Assert.IsNull(options.ColumnNames);
        Assert.IsNull(options.ColumnRoles);
        Assert.AreEqual(5, options.MinimumCategoryRows);
        Assert.IsNull(options.RareCategory);
        Assert.IsFalse(options.KeepExtremes);
        Assert.IsNull(options.MemoryLimit);
        Assert.AreEqual(64, options.LatentSize);
        Assert.AreEqual(96, options.Width);
        Assert.AreSame(GanLosses.RelativisticPairing, options.Loss);
        Assert.AreEqual(GanRegularizers.Every(8, GanRegularizers.R1R2(0.1)).Name, options.Regularizer.Name);
        Assert.AreEqual(1, options.DiscriminatorSteps);
        Assert.IsNull(options.Pacing);
        Assert.AreEqual(500, options.BatchSize);
        Assert.AreEqual(TabularEffort.Default, options.Effort);
        Assert.IsNull(options.Epochs);
        Assert.IsNull(options.MaxRounds);
        Assert.AreEqual(8_000, options.Training(500, rowWidth: 90).MaxRounds);
        Assert.IsNull((options with { Epochs = 3 }).Training(500, rowWidth: 90).MaxRounds);
        Assert.AreEqual(7e-4, options.GeneratorLearningRate);
        Assert.AreEqual(2.8e-3, options.DiscriminatorLearningRate);
        Assert.AreEqual(GanSchedule.Cosine(1, 0.02).ToString(), options.LearningRateSchedule.ToString());
        Assert.AreEqual(0, options.AdamBeta1);
        Assert.AreEqual(0.99, options.AdamBeta2);
        Assert.AreEqual(350_000, options.EmaHalfLifeInSamples);
        Assert.AreEqual(0.5, options.ConditionedShare);
        Assert.AreEqual(0.1, options.HeldOutShare);
        Assert.AreEqual(0.3, options.Patience);
        Assert.AreEqual(0, options.Seed);
        Assert.AreEqual(TrainingDevice.Auto, options.Device);
        Assert.IsNull(options.Progress);
        Assert.AreEqual(CancellationToken.None, options.CancellationToken);
    }

    [TestMethod]
    [DataRow(1_000, 8_000)]
    [DataRow(2_000, 4_000)]
    [DataRow(3_000, 2_666)]
    [DataRow(100_000, 2_000)]
    public void MaxRounds_OfWideRows_AreFewer(int rowWidth, int rounds)
    {
        Assert.AreEqual(rounds, new TabularGanTrainer.Options().Training(500, rowWidth).MaxRounds);
        Assert.AreEqual(9_000, new TabularGanTrainer.Options { MaxRounds = 9_000 }.Training(500, rowWidth).MaxRounds);
    }

    [TestMethod]
    [DataRow(TabularEffort.Quick, 90, 800)]
    [DataRow(TabularEffort.Quick, 100_000, 200)]
    [DataRow(TabularEffort.Default, 90, 8_000)]
    [DataRow(TabularEffort.Best, 90, 80_000)]
    [DataRow(TabularEffort.Best, 2_000, 40_000)]
    public void MaxRounds_OfAnEffort_AreItsOwn(TabularEffort effort, int rowWidth, int rounds)
    {
        var options = new TabularGanTrainer.Options { Effort = effort };

        Assert.AreEqual(rounds, options.Training(500, rowWidth).MaxRounds);
        Assert.AreEqual(7, (options with { MaxRounds = 7 }).Training(500, rowWidth).MaxRounds);
        Assert.IsNull((options with { Epochs = 3 }).Training(500, rowWidth).MaxRounds);
    }

    [TestMethod]
    public void Problems_AnEffortThatIsNone_AreNamed() => Assert.AreEqual(
        "Effort must be one of Quick, Default, Best, but was 9.",
        string.Join(" ", new TabularGanTrainer.Options { Effort = (TabularEffort)9 }.Problems()));

    [TestMethod]
    public void Training_EachSharedOption_IsTheSettingOfItsName()
    {
        using var cancellation = new CancellationTokenSource();
        var options = new TabularGanTrainer.Options
        {
            LatentSize = 9,
            Loss = GanLosses.Hinge,
            Regularizer = GanRegularizers.R1(3),
            DiscriminatorSteps = 2,
            Pacing = GanPacing.Fixed(3),
            Epochs = 7,
            MaxRounds = 11,
            GeneratorLearningRate = 2e-3,
            DiscriminatorLearningRate = 4e-3,
            LearningRateSchedule = 0.25,
            AdamBeta1 = 0.5,
            AdamBeta2 = 0.9,
            EmaHalfLifeInSamples = 123,
            Seed = 5,
            Device = TrainingDevice.Cpu,
            CancellationToken = cancellation.Token,
        };

        var settings = options.Training(batchSize: 31, rowWidth: 90);

        Assert.AreEqual(31, settings.BatchSize);
        var shared = settings.GetType().GetProperties().Where(setting => setting.Name != nameof(settings.BatchSize))
            .Select(setting => (Setting: setting, Option: options.GetType().GetProperty(setting.Name)))
            .Where(pair => pair.Option is not null).ToList();
        Assert.HasCount(16, shared);
        foreach (var (setting, option) in shared)
        {
            Assert.AreEqual(option!.GetValue(options), setting.GetValue(settings), setting.Name);
            Assert.AreNotEqual(option.GetValue(new TabularGanTrainer.Options()), option.GetValue(options),
                $"{setting.Name} must be no default here.");
        }
    }

    [TestMethod]
    public void TrainTabular_OptionsWithManyFaults_ListsAllOfThem()
    {
        var options = new TabularGanTrainer.Options
        {
            ColumnNames = ["A", "B", "A", "A"],
            ColumnRoles = new Dictionary<string, TabularColumnRole> { ["A"] = (TabularColumnRole)9 },
            MinimumCategoryRows = 0,
            MemoryLimit = 0,
            RareCategory = "",
            Metadata = new Dictionary<string, string> { ["gan.manifest"] = "{}" },
            LatentSize = 0,
            Width = 0,
            Loss = null!,
            Regularizer = null!,
            DiscriminatorSteps = 0,
            BatchSize = 1,
            Epochs = 0,
            MaxRounds = 0,
            GeneratorLearningRate = 0,
            DiscriminatorLearningRate = double.NaN,
            LearningRateSchedule = null!,
            AdamBeta1 = 1,
            AdamBeta2 = -1,
            EmaHalfLifeInSamples = -5,
            ConditionedShare = 1.5,
            HeldOutShare = 1,
            Patience = 0,
            Seed = -1,
            Device = (TrainingDevice)9,
        };

        var failure = Assert.ThrowsExactly<ArgumentException>(() => TestRows.MLContext.Gan().TrainTabular(options));

        Assert.AreEqual(string.Join(Environment.NewLine,
            "ColumnNames must name each column once, but names 'A' 3 times.",
            "ColumnRoles must have one of Numeric, Integer, Categorical, Date, Identifier, Personal for 'A', but had 9.",
            "MinimumCategoryRows must be at least 1, which keeps all categories, but was 0.",
            "MemoryLimit must be at least 1 byte, but was 0. Use null for half of the memory.",
            "RareCategory must be a text of whole characters or null, but was ''. Use another text.",
            "Metadata must have keys of its own, but has 'gan.manifest'.",
            "Width must be at least 1, but was 0.",
            "ConditionedShare must be from 0 to 1, but was 1.5.",
            "HeldOutShare must be at least 0 and below 1, but was 1.",
            "Patience must be above 0 and at most 1, but was 0.",
            "Epochs must be at least 1, but was 0.",
            "LatentSize must be at least 1, but was 0.",
            "DiscriminatorSteps must be at least 1, but was 0.",
            "MaxRounds must be at least 1, but was 0.",
            "BatchSize must be at least 2, but was 1.",
            "AdamBeta1 must be at least 0 and below 1, but was 1.",
            "AdamBeta2 must be at least 0 and below 1, but was -1.",
            "LearningRateSchedule must be a schedule, but was null. Use 1 for constant rates.",
            "Seed must not be negative, but was -1.",
            "Device must be one of Auto, Cpu, Cuda, but was 9.",
            "Loss must be a loss, but was null. Use one of GanLosses.",
            "Regularizer must be a regularizer, but was null. For no penalty use GanRegularizers.None.",
            "GeneratorLearningRate must be a number greater than 0, but was 0.",
            "DiscriminatorLearningRate must be a number greater than 0, but was NaN.",
            "EmaHalfLifeInSamples must be a number greater than 0, but was -5. (Parameter 'options')"), failure.Message);
    }

    [TestMethod]
    public void TrainTabular_NoColumnNames_IsRefused()
    {
        var failure = Assert.ThrowsExactly<ArgumentException>(
            () => TestRows.MLContext.Gan().TrainTabular(new TabularGanTrainer.Options { ColumnNames = [] }));

        Assert.AreEqual("ColumnNames must name columns, but was empty. Use null for all columns. (Parameter 'options')", failure.Message);
    }

    [TestMethod]
    [DataRow(double.NaN, 0.1, 0.3)]
    [DataRow(0.5, double.NaN, 0.3)]
    [DataRow(0.5, 0.1, double.NaN)]
    [DataRow(-0.1, 0.1, 0.3)]
    [DataRow(0.5, -0.1, 0.3)]
    [DataRow(0.5, 0.1, 1.1)]
    public void TrainTabular_ShareOutOfRange_IsRefused(double conditioned, double heldOut, double patience) =>
        Assert.ThrowsExactly<ArgumentException>(
        () => TestRows.MLContext.Gan().TrainTabular(
            new TabularGanTrainer.Options { ConditionedShare = conditioned, HeldOutShare = heldOut, Patience = patience }));
}
