using Gan.Onnx;
using Microsoft.ML.Gan.Training.Loop;

namespace Microsoft.ML.Gan.Tests.Vectors;

[TestClass]
public sealed class GanTrainerOptionsTests
{
    [TestMethod]
    public void Options_Defaults_AreThoseOfTheDocumentation()
    {
        var options = new GanTrainer.Options();

        Assert.AreEqual("Features", options.FeatureColumnName);
        Assert.IsNull(options.LabelColumnName);
        Assert.AreEqual("Score", options.ScoreColumnName);
        Assert.AreEqual("Probability", options.ProbabilityColumnName);
        Assert.AreEqual("PredictedLabel", options.PredictedLabelColumnName);
        Assert.IsNull(options.SampleShape);
        Assert.AreEqual(64, options.LatentSize);
        Assert.AreEqual(LatentPrior.Normal, options.Prior);
        Assert.IsNull(options.Architecture);
        Assert.AreSame(GanLosses.NonSaturating, options.Loss);
        Assert.AreEqual("Every(4, R1(γ=1)) or Every(4, R1+R2(γ=5→0.0001 (geometric)))", options.Regularizer.Name);
        Assert.AreSame(GanAugmentations.None, options.Augmentation);
        Assert.AreEqual(1, options.DiscriminatorSteps);
        Assert.IsNull(options.Pacing);
        Assert.AreEqual(GanUpdate.Alternating, options.Update);
        Assert.AreEqual(1, options.PackSize);
        Assert.AreEqual(1, options.LearningRateSchedule.At(0));
        Assert.AreEqual(0.5, options.LearningRateSchedule.At(0.5), 1e-12);
        Assert.AreEqual(0, options.LearningRateSchedule.At(1), 1e-12);
        Assert.AreEqual(0.5, options.AdamBeta1);
        Assert.AreEqual(0.99, options.AdamBeta2);
        Assert.AreEqual(256, options.BatchSize);
        Assert.AreEqual(int.MaxValue, options.Epochs);
        Assert.IsNull(options.MaxRounds);
        Assert.AreEqual(1e-3, options.GeneratorLearningRate);
        Assert.AreEqual(2e-3, options.DiscriminatorLearningRate);
        Assert.AreEqual(10_000, options.EmaHalfLifeInSamples);
        Assert.AreEqual(0, options.Seed);
        Assert.AreEqual(TrainingDevice.Auto, options.Device);
        Assert.IsNull(options.MemoryLimit);
        Assert.IsGreaterThan(1L << 20, MemoryLimit.Default);
        Assert.IsNull(options.ShuffleBufferRows);
        Assert.IsNull(options.Progress);
        Assert.AreEqual(CancellationToken.None, options.CancellationToken);
    }

    [TestMethod]
    [DataRow(new[] { 5 }, 10_000, 256, 8_000, 1e-3, 2e-3)]
    [DataRow(new[] { 5 }, 100, 99, 8_000, 1e-3, 2e-3)]                    // a multiple of the pack size, and no more than there are rows
    [DataRow(new[] { 3, 8, 8 }, 10_000, 63, 5_000, 8e-4, 8e-4)]
    public void For_Data_PutsInTheDefaultsThatDependOnIt(
        int[] shape, int rows, int batchSize, int rounds, double generatorRate, double discriminatorRate)
    {
        var pack = batchSize % 3 == 0 ? 3 : 1;

        var options = new GanTrainer.Options { PackSize = pack }.For(shape, rows);

        Assert.AreEqual(
            (batchSize, rounds, generatorRate, discriminatorRate),
            (options.BatchSize, options.MaxRounds, options.GeneratorLearningRate, options.DiscriminatorLearningRate));
    }

    [TestMethod]
    public void For_ValuesThatWereSet_StayAsTheyAre()
    {
        var options = new GanTrainer.Options { BatchSize = 32, MaxRounds = 70, GeneratorLearningRate = 1e-4, DiscriminatorLearningRate = 3e-4 };
        options = options with { Regularizer = GanRegularizers.R1(1) };
        var inEpochs = options with { MaxRounds = null, Epochs = 20 };

        Assert.AreEqual(options, options.For([1, 28, 28], 1_000));
        Assert.AreEqual(inEpochs, inEpochs.For([1, 28, 28], 1_000));
    }

    [TestMethod]
    public void Train_OptionsWithManyFaults_ListsAllOfThem()
    {
        var options = new GanTrainer.Options
        {
            FeatureColumnName = " ",
            ScoreColumnName = "Out",
            ProbabilityColumnName = "Out",
            PredictedLabelColumnName = "Out",
            SampleShape = [1, 0, 8],
            LatentSize = 0,
            Prior = (LatentPrior)7,
            Loss = null!,
            Regularizer = null!,
            Augmentation = null!,
            DiscriminatorSteps = -1,
            BatchSize = 1,
            Epochs = 0,
            MaxRounds = 0,
            GeneratorLearningRate = 0,
            DiscriminatorLearningRate = double.NaN,
            EmaHalfLifeInSamples = -5,
            Seed = -1,
            Device = (TrainingDevice)9,
        };

        var failure = Assert.ThrowsExactly<ArgumentException>(() => TestRows.MLContext.Gan().Train(options));

        Assert.AreEqual(string.Join(Environment.NewLine,
            "FeatureColumnName must be the name of a column, but was ' '.",
            "ScoreColumnName and ProbabilityColumnName must differ, but both were 'Out'.",
            "ScoreColumnName and PredictedLabelColumnName must differ, but both were 'Out'.",
            "ProbabilityColumnName and PredictedLabelColumnName must differ, but both were 'Out'.",
            "SampleShape must have sizes of at least 1, but was [1, 0, 8].",
            "LatentSize must be at least 1, but was 0.",
            "DiscriminatorSteps must be at least 1, but was -1.",
            "Epochs must be at least 1, but was 0.",
            "MaxRounds must be at least 1, but was 0.",
            "BatchSize must be at least 2, but was 1.",
            "Seed must not be negative, but was -1.",
            "Prior must be one of Normal, Uniform, but was 7.",
            "Device must be one of Auto, Cpu, Cuda, but was 9.",
            "Loss must be a loss, but was null. Use one of GanLosses.",
            "Augmentation must be an augmentation, but was null. For none use GanAugmentations.None.",
            "Regularizer must be a regularizer, but was null. For no penalty use GanRegularizers.None.",
            "GeneratorLearningRate must be a number greater than 0, but was 0.",
            "DiscriminatorLearningRate must be a number greater than 0, but was NaN.",
            "EmaHalfLifeInSamples must be a number greater than 0, but was -5. (Parameter 'options')"), failure.Message);
    }

    [TestMethod]
    public void Train_LatentSizeBeyondMemory_IsRefusedAtOnce() => Assert.AreEqual(
        "LatentSize must be at most 65536, but was 2147483647. (Parameter 'options')",
        Assert.ThrowsExactly<ArgumentException>(() => TestRows.MLContext.Gan().Train(new() { LatentSize = int.MaxValue })).Message);

    [TestMethod]
    public void Train_OptionsThatContradictEachOther_AreRefused()
    {
        var options = new GanTrainer.Options
        {
            BatchSize = 64,
            PackSize = 3,
            Pacing = GanPacing.Band(),
            DiscriminatorSteps = 2,
            Update = GanUpdate.Simultaneous,
            AdamBeta1 = 1,
            LearningRateSchedule = null!
        };

        var failure = Assert.ThrowsExactly<ArgumentException>(() => TestRows.MLContext.Gan().Train(options));

        Assert.AreEqual(string.Join(Environment.NewLine,
            "BatchSize must be a multiple of PackSize (3), but was 64. Use 66 or set PackSize to 1.",
            "DiscriminatorSteps must be left alone when Pacing chooses the steps, but was 2.",
            "Update must be Alternating for more than one step in a round, but was Simultaneous.",
            "AdamBeta1 must be at least 0 and below 1, but was 1.",
            "LearningRateSchedule must be a schedule, but was null. Use 1 for constant rates. (Parameter 'options')"), failure.Message);
    }

    [TestMethod]
    [DataRow(1.0, 0.0, true)]
    [DataRow(0.0, 1.0, true)]
    [DataRow(0.0, 0.0, false)]
    [DataRow(1.0, -0.1, false)]
    [DataRow(double.NaN, 1.0, false)]
    [DataRow(1.0, double.PositiveInfinity, false)]
    public void Problems_RateFactors_AreFiniteNotNegativeAndNotAllZero(double from, double to, bool areFine)
    {
        var schedule = GanSchedule.Cosine(from, to);
        string[] expected = areFine
            ? []
            : [$"LearningRateSchedule must go between finite factors of at least 0 that are not both 0, but was {schedule}."];

        CollectionAssert.AreEqual(expected, new GanTrainer.Options { LearningRateSchedule = schedule }.Problems().ToArray());
    }

    [TestMethod]
    public void Train_ShapeThatTheArchitectureCannotMake_IsRefusedAtOnce()
    {
        var options = new GanTrainer.Options { SampleShape = [1, 9, 7], Architecture = GanArchitectures.Dcgan() };

        var failure = Assert.ThrowsExactly<ArgumentException>(() => TestRows.MLContext.Gan().Train(options));

        Assert.AreEqual("Height and width must be from 8 to 256 for DCGAN 64/64, but were 9 and 7. Crop, pad or resize the images. " +
            "(Parameter 'options')", failure.Message);
    }
}
