using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Vectors;

/// <summary>Images in every layout that loaders give, of sides that halve evenly and not, and what is taken for no image.</summary>
[TestClass]
public sealed class ImageShapesTests
{
    private static readonly Dictionary<string, GanArchitecture> Networks = new()
    {
        ["by shape"] = GanArchitectures.ByShape(GanArchitectures.Dcgan(4, 4)),
        ["DCGAN"] = GanArchitectures.Dcgan(4, 4),
        ["residual"] = GanArchitectures.Residual(4, 1),
    };

    public static IEnumerable<(string Networks, int[] Shape, bool HasClasses)> Images =>
    [
        ("by shape", [12, 12], false), ("by shape", [10, 12, 3], true), ("by shape", [8, 8, 1], false), ("by shape", [4, 16, 16], true),
        ("by shape", [2, 8, 8], false), ("by shape", [1, 9, 11], true), ("by shape", [13, 8, 4], true), ("DCGAN", [9, 9], true),
        ("DCGAN", [3, 33, 8], false), ("residual", [9, 11, 3], true), ("residual", [11, 11], false), ("residual", [2, 9, 8], false),
    ];

    [TestMethod]
    [DynamicData(nameof(Images))]
    public void Fit_ImageInAnyLayout_IsLearntAsAnImageAndStaysInItsRange(string networks, int[] shape, bool hasClasses)
    {
        var log = new WarningLog();
        var rows = TestRows.Pixels(32, shape);
        var options = TestRows.Quick(hasClasses ? "Label" : null, rounds: 3, architecture: Networks[networks]) with { BatchSize = 8 };

        using var gan = log.MLContext.Gan().Train(rows, options);

        Assert.IsEmpty(log.Warnings);
        StringAssert.Matches(string.Join('\n', log.Lines), new("Training (DCGAN 4/4|residual 1x4) on"));
        CollectionAssert.AreEqual(shape, gan.Generator.SampleShape.ToArray());
        AssertInRange(gan);
        Assert.AreEqual(0, gan.History.ExportDifference, 0.01);
        Assert.HasCount(32, gan.Transform(rows).GetColumn<float>("Score").Where(float.IsFinite).ToList());
    }

    [TestMethod]
    public void Fit_ChannelsLastOfOddSides_CanBeAugmentedPackedAndHaveClasses()
    {
        var options = TestRows.Quick("Label", rounds: 3, architecture: GanArchitectures.Dcgan(4, 4)) with
        {
            SampleShape = [9, 8, 3],
            Augmentation = GanAugmentations.DiffAugment(),
            PackSize = 2,
            BatchSize = 8,
        };

        using var gan = TestRows.MLContext.Gan().Train(TestRows.Pixels(32, 216), options);

        AssertInRange(gan);
        Assert.HasCount(32, gan.Transform(TestRows.Pixels(32, 216)).GetColumn<bool>("PredictedLabel").ToList());
    }

    [TestMethod]
    [DataRow(new[] { 8, 8 })]
    [DataRow(new[] { 8, 8, 1 })]
    public void Fit_SameImagesInAnotherLayout_GivesTheSameSamples(int[] shape)
    {
        var options = TestRows.Quick(rounds: 5, architecture: GanArchitectures.Dcgan(4, 4)) with { BatchSize = 8 };

        using var plain = TestRows.MLContext.Gan().Train(TestRows.Images(32, 8), options with { SampleShape = [1, 8, 8] });
        using var other = TestRows.MLContext.Gan().Train(TestRows.Images(32, 8), options with { SampleShape = shape });

        CollectionAssert.AreEqual(Values(plain), Values(other));
        CollectionAssert.AreEqual(shape, other.Generator.SampleShape.ToArray());

        static float[] Values(GanTransformer gan) => [.. gan.Generator.Sample(5, seed: 2).GetColumn<float[]>("Sample").SelectMany(sample => sample)];
    }

    [TestMethod]
    [DataRow(new[] { 6, 6 }, "Height and width must be from 8 to 256 for {0}, but were 6 and 6. Crop, pad or resize the images.")]
    [DataRow(
        new[] { 5, 8, 8 },
        "The sample shape must be [height, width], [channels, height, width] or [height, width, channels] with 1 to 4 channels for {0}, " +
        "but was [5, 8, 8].")]
    [DataRow(
        new[] { 2, 3, 4, 4 },
        "The sample shape must be [height, width], [channels, height, width] or [height, width, channels] with 1 to 4 channels for {0}, " +
        "but was [2, 3, 4, 4].")]
    public void Fit_ShapeThatIsNoImage_SaysWhyAndStaysInItsRange(int[] shape, string reason)
    {
        var product = shape.Aggregate((all, size) => all * size);
        foreach (var (preset, images) in new[] { (GanPresets.Default, "upsampling 32/32"), (GanPresets.Dcgan, "DCGAN 64/64") })
        {
            var why = reason.Replace("{0}", images, StringComparison.Ordinal);
            var log = new WarningLog();
            using var gan = log.MLContext.Gan().Train(
                TestRows.Pixels(64, shape), preset with { MaxRounds = 20, BatchSize = 16, LearningRateSchedule = 50, Device = TrainingDevice.Cpu });

            StringAssert.Matches(log.Warnings[0], new(@"^Samples of \[[\d, ]+\] are learnt as plain numbers by MLP 3x\d+, not as images\. "));
            StringAssert.EndsWith(log.Warnings[0], $"not as images. {why} If they are no images, SampleShape = [{product}] says so.");
            AssertInRange(gan);
        }
    }

    [TestMethod]
    public void Fit_NumbersWithoutEndsInAShapeThatIsNoImage_AreNotHeldToTheirRange()
    {
        var random = new Random(7);
        var data = TestRows.Vectors([.. Enumerable.Range(0, 64).Select(_ => Enumerable.Range(0, 12).Select(_ => random.NextSingle()).ToArray())]);
        var log = new WarningLog();
        var options = GanPresets.Default with { SampleShape = [4, 3], MaxRounds = 20, BatchSize = 16, LearningRateSchedule = 50 };

        using var gan = log.MLContext.Gan().Train(data, options);

        Assert.HasCount(1, log.Warnings.Where(warning => warning.Contains("plain numbers", StringComparison.Ordinal)).ToList());
        Assert.IsTrue(gan.Generator.Sample(200).GetColumn<float[]>("Sample").SelectMany(sample => sample).Any(value => value is < 0 or > 1));
    }

    [TestMethod]
    public void Fit_VectorsThatLookLikeImages_AreHintedAt()
    {
        var log = new WarningLog();
        var options = new GanTrainer.Options { MaxRounds = 1, BatchSize = 8, Device = TrainingDevice.Cpu };
        var pixels = TestRows.Pixels(16, 256);

        using var asVectors = log.MLContext.Gan().Train(pixels, options);
        using var saidToBeVectors = log.MLContext.Gan().Train(pixels, options with { SampleShape = [256] });
        using var saidToBeImages = log.MLContext.Gan().Train(pixels, options with { SampleShape = [1, 16, 16] });
        using var byChoice = log.MLContext.Gan().Train(pixels, options with { Architecture = GanArchitectures.Mlp() });

        CollectionAssert.AreEqual(
            new[]
            {
                "Rows of 256 whole numbers from 0 to 255 may be images of 16 x 16 pixels, but are learnt as plain numbers by MLP 3x96. If " +
                "they are, SampleShape = [1, 16, 16] says so, and if not, SampleShape = [256].",
            }, log.Warnings);
    }

    [TestMethod]
    public void Fit_VectorsAndMatricesSaidToBeVectors_AreNotWarnedOf()
    {
        var log = new WarningLog();

        using var vectors = log.MLContext.Gan().Train(TestRows.Clusters(), new() { MaxRounds = 2 });
        using var flat = log.MLContext.Gan().Train(TestRows.Pixels(32, 6, 6), new() { MaxRounds = 2, SampleShape = [36] });

        Assert.IsEmpty(log.Warnings);
    }

    private static void AssertInRange(GanTransformer gan)
    {
        var pixels = gan.Generator.Sample(100).GetColumn<float[]>("Sample").SelectMany(sample => sample).ToList();
        Assert.IsTrue(pixels.TrueForAll(pixel => pixel is >= -0.01f and <= 255.01f), $"{pixels.Min()} to {pixels.Max()}");
    }
}
