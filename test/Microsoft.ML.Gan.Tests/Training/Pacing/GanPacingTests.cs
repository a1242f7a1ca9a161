using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Training.Pacing;

[TestClass]
public sealed class GanPacingTests
{
    [TestMethod]
    [DataRow(1, 1, 0.55, 2, 1)]                                               // behind: one step more for D
    [DataRow(5, 1, 0.55, 5, 1)]                                               // at most five
    [DataRow(1, 3, 0.55, 1, 2)]                                               // behind: first the generator's extra steps go
    [DataRow(3, 1, 0.95, 2, 1)]                                               // too far ahead: one fewer
    [DataRow(1, 1, 0.95, 1, 2)]                                               // none left to take away: one more for G
    [DataRow(1, 5, 0.95, 1, 5)]
    [DataRow(2, 1, 0.7, 2, 1)]                                                // within the band: as it is
    public void Band_Accuracy_MovesTheStepsTowardsTheBand(int discriminator, int generator, double accuracy, int nextDiscriminator,
        int nextGenerator) =>
        Assert.AreEqual(
            new GanPace(nextDiscriminator, nextGenerator), GanPacing.Band(0.6, 0.85, 5).Next(new GanPace(discriminator, generator), accuracy));

    [TestMethod]
    public void Fixed_AnyAccuracy_KeepsItsSteps()
    {
        var pacing = GanPacing.Fixed(3);

        Assert.AreEqual(new GanPace(3), pacing.First);
        Assert.AreEqual(new GanPace(3), pacing.Next(pacing.First, 0.99));
    }

    [TestMethod]
    [DataRow(0.4, 0.8)]
    [DataRow(0.8, 0.7)]
    [DataRow(0.8, 1.1)]
    public void Band_OutOfRange_IsRefused(double low, double high)
    {
        var failure = Assert.ThrowsExactly<ArgumentException>(() => GanPacing.Band(low, high));

        Assert.AreEqual($"The band must lie between 0.5 and 1 with low below high, but was {low} to {high}. (Parameter 'low')", failure.Message);
    }

    [TestMethod]
    public void Band_GeneratorThatOutrunsItsDiscriminator_FindsTheModesThatAFixedPaceLoses()
    {
        var fixedPace = Modes(null);
        var band = Modes(GanPacing.Band());

        Assert.IsTrue(fixedPace <= 2, $"With k = 1 the generator ends on at most 2 of 8 modes; it has {fixedPace}.");
        Assert.AreEqual(8, band);
    }

    /// <summary>The ring with a discriminator that learns five times more slowly than the generator, and no penalty.</summary>
    private static int Modes(IGanPacing? pacing)
    {
        using var gan = TestRows.MLContext.Gan().Train(TestRows.Ring(), new()
        {
            Pacing = pacing,
            Architecture = GanArchitectures.Mlp(96, 3),
            BatchSize = 64,
            LearningRateSchedule = 1.0,
            LatentSize = 8,
            MaxRounds = 1200,
            Epochs = 1000,
            GeneratorLearningRate = 2e-3,
            DiscriminatorLearningRate = 4e-4,
            EmaHalfLifeInSamples = 2000,
            Regularizer = GanRegularizers.None,
            Seed = 1,
        });
        return TestRows.ModesOfRing([.. gan.Generator.Sample(2000).GetColumn<float[]>("Sample")]);
    }
}
