using Gan.Tool.Data;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Tool.Tests.Data;

[TestClass]
public sealed class NormalMixtureTests
{
    [TestMethod]
    public void Rows_UnequalWeights_HaveEachModeAsOftenAsItsWeightSays()
    {
        var mixture = new NormalMixture(0.01, [[0, 0], [1, 0], [0, 1]], [1, 2, 7]);

        var counts = mixture.Rows(new MLContext(), 1_000, seed: 0).GetColumn<float[]>("Features").CountBy(row => mixture.Nearest(row).Mode)
            .OrderBy(mode => mode.Key);

        foreach (var (count, expected) in counts.Zip([100, 200, 700])) Assert.AreEqual(expected, count.Value, delta: 3);
    }

    [TestMethod]
    public void Density_TwoNormalsOnTheLine_IsTheirMean()
    {
        var mixture = NormalMixture.OnLine(0.5, -1, 1);

        Assert.AreEqual(Math.Exp(-2) / (0.5 * Math.Sqrt(2 * Math.PI)), mixture.Density(0), 1e-12);
    }

    [TestMethod]
    [DataRow(1f, 0f, 0, 0.0)]
    [DataRow(0f, 1.1f, 2, 2.0)]
    [DataRow(-1f, -0.05f, 4, 1.0)]
    [DataRow(0.7071068f, -0.7071068f, 7, 0.0)]
    public void Nearest_PointsNearModes_GivesModeAndDistanceInDeviations(float x, float y, int mode, double deviations)
    {
        var nearest = NormalMixture.OnCircle(8, 1, 0.05).Nearest([x, y]);

        Assert.AreEqual(mode, nearest.Mode);
        Assert.AreEqual(deviations, nearest.Deviations, 1e-5);
    }
}
