using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Vectors;

[TestClass]
public sealed class GanTrainerErrorTests
{
    private static readonly MLContext MLContext = TestRows.MLContext;

    [TestMethod]
    public void Fit_OwnModulesOfTheWrongShape_AreToldBeforeTraining()
    {
        var architecture = GanArchitectures.Custom((size, _) => nn.Linear(size, 3), shape => nn.Linear(shape[0], 1), name: "lopsided");

        var failure = Assert.ThrowsExactly<ArgumentException>(
            () => MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(architecture: architecture)));

        Assert.AreEqual("The generator of architecture 'lopsided' must give (N, 2), but gave (N, 3) for an input of (N, 4).", failure.Message);
    }

    [TestMethod]
    public void Fit_ThatFails_GivesTorchItsRandomStateAndScopesBack()
    {
        var architecture = GanArchitectures.Custom((size, _) => nn.Linear(size, 3), shape => nn.Linear(shape[0], 1));
        random.manual_seed(5);
        var expected = randn(4).data<float>().ToArray();
        random.manual_seed(5);
        using var outer = NewDisposeScope();

        Assert.ThrowsExactly<ArgumentException>(() => MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(architecture: architecture)));
        var after = randn(4);

        CollectionAssert.AreEqual(expected, after.data<float>().ToArray());
        Assert.IsTrue(outer.Contains(after), "New tensors belong to the caller's scope again.");
    }

    [TestMethod]
    public void Fit_LayerWithoutOnnxForm_IsToldBeforeTraining()
    {
        var reports = new List<GanProgress>();
        var architecture = GanArchitectures
            .Custom((size, shape) => nn.Sequential(nn.Linear(size, shape[0]), nn.Threshold(0, 0)), shape => nn.Linear(shape[0], 1));

        var failure = Assert.ThrowsExactly<NotSupportedException>(
            () => MLContext.Gan().Train(TestRows.Clusters(),
                TestRows.Quick(architecture: architecture, progress: new ProgressListener(reports.Add))));

        StringAssert.StartsWith(failure.Message, "Layer 'Threshold' (TorchSharp.Modules.Threshold, at '1') has no ONNX form at opset 17.");
        Assert.IsEmpty(reports);
    }

    [TestMethod]
    public void Fit_LearningRateOfTen_DivergesWithTheRoundAndTheRemedy()
    {
        var failure = Assert.ThrowsExactly<GanTrainingException>(
            () => MLContext.Gan().Train(TestRows.Clusters(), TestRows.Diverging()));

        StringAssert.Matches(failure.Message, new(
            @"^Training diverged at round \d[\d,]*: the (discriminator's loss|discriminator's penalty|generator's loss) must stay below " +
            @"1,000,000 in size, but was (NaN|-?Infinity|-?[\d.]+E\+\d+)\. " +
            @"Lower DiscriminatorLearningRate and GeneratorLearningRate, or add a gradient penalty \(Regularizer = GanRegularizers\.R1\(1\)\)\.$"));
    }

    [TestMethod]
    public void Fit_CancelledBeforeTheFirstRound_HasNothingToReturn()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.ThrowsExactly<OperationCanceledException>(
            () => MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(cancellationToken: cancellation.Token)));
    }

    [TestMethod]
    public void Fit_SimultaneousWithBatchNormalizationInTheDiscriminator_IsRefused()
    {
        var options = new GanTrainer.Options
        {
            Update = GanUpdate.Simultaneous,
            BatchSize = 32,
            Architecture = GanArchitectures
                .Custom((size, shape) => nn.Linear(size, shape[0]), shape => nn.Sequential(nn.BatchNorm1d(shape[0]), nn.Linear(shape[0], 1))),
        };

        var failure = Assert.ThrowsExactly<ArgumentException>(() => MLContext.Gan().Train(TestRows.Clusters(), options));

        Assert.AreEqual("The discriminator must have no batch normalization for simultaneous updates, but has. Use GanUpdate.Alternating, or " +
            "another normalization.", failure.Message);
    }

    [TestMethod]
    public void Fit_NoCudaDevice_IsToldUnlessFallingBackIsAllowed()
    {
        if (cuda.is_available()) Assert.Inconclusive("This machine has a CUDA device, so its absence can't be tested.");
        var options = new GanTrainer.Options { Device = TrainingDevice.Cuda, MaxRounds = 1, BatchSize = 32 };

        var failure = Assert.ThrowsExactly<InvalidOperationException>(() => MLContext.Gan().Train(TestRows.Clusters(), options));
        using var onCpu = new MLContext { GpuDeviceId = 0, FallbackToCpu = true }.Gan().Train(TestRows.Clusters(), TestRows.Quick(rounds: 1));

        Assert.AreEqual(
            "CUDA device 0 must be there to train on, but torch finds 0 of them. Reference a CUDA build of libtorch, or choose " +
            "TrainingDevice.Auto with FallbackToCpu on the MLContext, or TrainingDevice.Cpu.",
            failure.Message);
        Assert.AreEqual(1, onCpu.History.Rounds);
    }

    [TestMethod]
    public void Fit_DiscriminatorThatLeavesAllBoundsInTheLastRound_Diverges()
    {
        var options = TestRows.Quick(rounds: 1, regularizer: GanRegularizers.None) with
        {
            Update = GanUpdate.Simultaneous,
            DiscriminatorLearningRate = 1e30
        };

        var failure = Assert.ThrowsExactly<GanTrainingException>(() => MLContext.Gan().Train(TestRows.Clusters(), options));

        Assert.AreEqual(
            "Training diverged in its last rounds: the discriminator's scores are not finite numbers. Lower DiscriminatorLearningRate.",
                failure.Message);
    }

    [TestMethod]
    [DataRow(3, 4, "The training data must have at least BatchSize (4) rows, but had 3. Lower BatchSize or PackSize.")]
    [DataRow(1, 1, "The training data must have at least BatchSize (2) rows, but had 1. Add rows.")]
    public void Fit_FewerRowsThanTheLeastBatch_SaysWhatIsMissing(int rows, int packSize, string message)
    {
        var options = new GanTrainer.Options { PackSize = packSize, MaxRounds = 2, Device = TrainingDevice.Cpu };

        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(() => MLContext.Gan().Train(TestRows.Clusters(rows), options)).Message);
    }

    [TestMethod]
    [DataRow(
        3e38f, "Slot 1 of the features must be of sizes that single precision can scale, but lie from -3E+38 to 3E+38. Multiply them by a constant.")]
    [DataRow(
        1e-39f,
            "Slot 1 of the features must be of sizes that single precision can scale, but lie from -1E-39 to 1E-39. Multiply them by a constant.")]
    public void Fit_FeaturesAtTheEndsOfSinglePrecision_AreToldBeforeTraining(float size, string message)
    {
        var rows = TestRows.Vectors([.. Enumerable.Range(0, 64).Select(row => new[] { row, row % 2 == 0 ? size : -size })]);

        Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(() => MLContext.Gan().Train(rows, TestRows.Quick())).Message);
    }
}
