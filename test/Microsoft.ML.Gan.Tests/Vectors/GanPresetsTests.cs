using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Vectors;

[TestClass]
public sealed class GanPresetsTests
{
    public static IEnumerable<string> Names => GanPresets.All.Keys;

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Train_Preset_FitsAFewRoundsOfVectorsAndImages(string name)
    {
        var preset = GanPresets.All[name] with { MaxRounds = 4, BatchSize = 16, Device = TrainingDevice.Cpu };

        using var vectors = TestRows.MLContext.Gan().Train(TestRows.Clusters(), preset);
        using var images = TestRows.MLContext.Gan().Train(TestRows.Images(32, 8), preset);

        Assert.AreEqual(4, vectors.History.Rounds);
        CollectionAssert.AreEqual(new[] { 2 }, vectors.Generator.SampleShape.ToArray());
        CollectionAssert.AreEqual(new[] { 1, 8, 8 }, images.Generator.SampleShape.ToArray());
        Assert.IsTrue(images.Generator.Sample(3).GetColumn<float[]>("Sample").SelectMany(pixels => pixels).All(float.IsFinite));
    }

    [TestMethod]
    public void SmallImages_HasTheSettingsThatWereMeasured()
    {
        AssertSettings("small-images", "relativistic pairing", "Every(4, R1+R2(γ=0.1))", 1, 2e-3, 0, 0.99);
        Assert.AreEqual(256, GanPresets.SmallImages.BatchSize);
        Assert.AreEqual("MLP 3x256", GanPresets.SmallImages.Architecture!.For([3, 8, 8]).Name);
    }

    [TestMethod]
    public void All_PublishedSettings_AreThoseOfThePapers()
    {
        AssertSettings("vanilla", "non-saturating", "none", 1, 2e-4, 0.5, 0.999);
        AssertSettings("lsgan", "least squares", "none", 1, 2e-4, 0.5, 0.999);
        AssertSettings("wgan", "Wasserstein", "weight clipping(0.01)", 5, 5e-5, 0, 0.99);
        AssertSettings("wgan-gp", "Wasserstein", "WGAN-GP(λ=10)", 5, 1e-4, 0, 0.9);
        AssertSettings("sngan", "hinge", "none", 5, 2e-4, 0, 0.9);
        AssertSettings("dragan", "non-saturating", "DRAGAN(λ=10, noise=0.5)", 1, 2e-4, 0.5, 0.999);
        AssertSettings("r3gan", "relativistic pairing", "R1+R2(γ=1)", 1, 2e-4, 0, 0.99);
        Assert.AreEqual(2, GanPresets.Pacgan.PackSize);
        Assert.AreEqual(
            new GanTrainer.Options() with { Regularizer = GanPresets.Default.Regularizer,
                LearningRateSchedule = GanPresets.Default.LearningRateSchedule }, GanPresets.Default);
    }

    [TestMethod]
    public void Dcgan_OnImages_NormalizesItsDiscriminator()
    {
        using var discriminator = GanPresets.Dcgan.Architecture!.For([1, 16, 16]).BuildDiscriminator([1, 16, 16]);

        Assert.IsTrue(discriminator.modules().Any(layer => layer is TorchSharp.Modules.BatchNorm2d));
    }

    private static void AssertSettings(string name, string loss, string regularizer, int steps, double rate, double beta1, double beta2)
    {
        var preset = GanPresets.All[name];
        Assert.AreEqual(
            (loss, regularizer, steps, rate, rate, beta1, beta2),
            (preset.Loss.Name, preset.Regularizer.Name, preset.DiscriminatorSteps, preset.GeneratorLearningRate, preset.DiscriminatorLearningRate,
                preset.AdamBeta1, preset.AdamBeta2));
    }
}
