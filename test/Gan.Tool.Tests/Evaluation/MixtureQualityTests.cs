using Gan.Tool.Data;
using Gan.Tool.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Tests.Evaluation;

[TestClass]
public sealed class MixtureQualityTests
{
    private static readonly NormalMixture TwoPoints = new(0.1, [[0, 0], [10, 0]], [1, 3]);

    public static IEnumerable<string> Names => Toys.All.Keys;

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Measure_ExactRows_CoverAllModesWithTheNormalShareAndTheTrueSpread(string toy)
    {
        var mixture = Toys.All[toy];

        var quality = MixtureQuality.Measure(mixture, Rows(mixture, 20_000));

        Assert.AreEqual(mixture.Means.Count, quality.ModesCovered);
        Assert.AreEqual(1 - Math.Exp(-4.5), quality.HighQualityShare, 0.004);          // Rayleigh: P(r <= 3) = 98.9 %, in any dimension
        Assert.AreEqual(0, quality.ReverseKl, 1e-4);
        Assert.AreEqual(1, quality.Spread, 0.02);
    }

    [TestMethod]
    public void Measure_PointsPlacedByHand_GivesWhatCanBeCounted()
    {
        float[][] points =
        [
            .. Enumerable.Repeat(new[] { 0.1f, 0 }, 50), .. Enumerable.Repeat(new[] { 10f, -0.1f }, 50),      // one deviation off
            .. Enumerable.Repeat(new[] { 5f, 0 }, 25),                                                         // nowhere
        ];

        var quality = MixtureQuality.Measure(TwoPoints, points);

        Assert.AreEqual(2, quality.ModesCovered);
        Assert.AreEqual(0.8, quality.HighQualityShare, 1e-12);
        Assert.AreEqual(0.5 * Math.Log(0.5 / 0.25) + 0.5 * Math.Log(0.5 / 0.75), quality.ReverseKl, 1e-12);
        Assert.AreEqual(1 / Math.Sqrt(1.8989), quality.Spread, 1e-3);                                          // E[r^2 | r <= 3] = 1.8989
    }

    [TestMethod]
    public void Measure_ModeWithNineteenSamples_IsNotCovered()
    {
        float[][] points = [.. Enumerable.Repeat(new[] { 0f, 0 }, 19), .. Enumerable.Repeat(new[] { 10f, 0 }, 20)];

        Assert.AreEqual(1, MixtureQuality.Measure(TwoPoints, points).ModesCovered);
    }

    [TestMethod]
    public void Measure_PointsFarFromAllModes_HaveInfiniteDivergence()
    {
        var quality = MixtureQuality.Measure(TwoPoints, [[5, 5]]);

        Assert.AreEqual(new MixtureQuality(0, 0, double.PositiveInfinity, 0), quality);
    }

    private static List<float[]> Rows(NormalMixture mixture, int count) =>
        [.. mixture.Rows(new MLContext(), count, seed: 1).GetColumn<float[]>("Features")];
}
