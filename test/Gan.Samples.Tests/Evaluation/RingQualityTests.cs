using Gan.Samples.Data;
using Gan.Samples.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Samples.Tests.Evaluation;

[TestClass]
public sealed class RingQualityTests
{
    [TestMethod]
    public void Measure_RealPoints_CoverAllModesWithTheNormalShareAndTheirOwnSpread()
    {
        var (points, others) = (RealPoints(4_000, seed: 0), RealPoints(4_000, seed: 1));

        var quality = RingQuality.Measure(others, points);

        Assert.AreEqual(8, quality.ModesCovered);
        Assert.AreEqual(1 - Math.Exp(-4.5), quality.ShareWithin3Deviations, 0.006);    // Rayleigh: P(r <= 3)
        Assert.AreEqual(1, quality.Spread, 0.04);
    }

    [TestMethod]
    public void Measure_PointsOfOneModeDrawnTight_CoverOneModeWithSmallSpread()
    {
        var points = Enumerable.Range(0, 100).Select(i => new[] { i < 50 ? 1.005f : 0.995f, i % 2 == 0 ? 0.005f : -0.005f }).ToList();

        var quality = RingQuality.Measure(points, RealPoints(4_000, seed: 0));

        Assert.AreEqual(1, quality.ModesCovered);
        Assert.AreEqual(1, quality.ShareWithin3Deviations);
        Assert.AreEqual(0.1, quality.Spread, 0.005);                                   // 0.005 of 0.05 each way
    }

    [TestMethod]
    [DataRow(1f, 0f, 0, 0.0)]
    [DataRow(0f, 1.1f, 2, 2.0)]
    [DataRow(-1f, -0.05f, 4, 1.0)]
    [DataRow(0.7071068f, -0.7071068f, 7, 0.0)]
    public void Nearest_PointsNearModes_GivesModeAndDistanceInDeviations(float x, float y, int mode, double deviations)
    {
        var nearest = Ring.Nearest([x, y]);

        Assert.AreEqual(mode, nearest.Mode);
        Assert.AreEqual(deviations, nearest.Deviations, 1e-5);
    }

    private static List<float[]> RealPoints(int count, int seed) => [.. Ring.Points(new MLContext(), count, seed).GetColumn<float[]>("Features")];
}
