using Gan.Evaluation.Tables.Attacks;

namespace Gan.Evaluation.Tests.Tables.Attacks;

[TestClass]
public sealed class EstimatesTests
{
    [TestMethod]
    public void Auc_FewScores_HasDeLongsInterval()
    {
        // members beat 3, 3 and 2½ of three others; others beat none, half of one and none of three members
        var auc = Estimates.Auc([5, 4, 2], [1, 2, 0]);

        Assert.AreEqual(8.5 / 9, auc.Value, 1e-12);
        Assert.AreEqual(8.5 / 9 - 2.5758 * Math.Sqrt(Variance([1, 1, 5.0 / 6]) / 3 + Variance([0, 1.0 / 6, 0]) / 3), auc.Least, 1e-12);
        Assert.AreEqual(1, auc.Greatest);
        Assert.AreEqual(1 - auc.Value, Estimates.Auc([1, 2, 0], [5, 4, 2]).Value, 1e-12);

        static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);
    }

    [TestMethod]
    public void Share_HalfOfTenThousand_IsNearlyNormal()
    {
        var share = Estimates.Share(5_000, 10_000);

        Assert.AreEqual(0.5, share.Value);
        Assert.AreEqual(0.5 - 2.5758 * 0.005, share.Least, 1e-4);
        Assert.AreEqual(0.5 + 2.5758 * 0.005, share.Greatest, 1e-4);
        Assert.AreEqual(0, Estimates.Share(0, 50).Least, 1e-12);
        Assert.AreEqual(2.5758 * 2.5758 / 50 / (1 + 2.5758 * 2.5758 / 50), Estimates.Share(0, 50).Greatest, 1e-12);
    }

    [TestMethod]
    [DataRow(0.995, 2.5758)]
    [DataRow(0.975, 1.9600)]
    [DataRow(0.9999, 3.7190)]
    public void Quantile_Share_IsTheNormalDistributions(double share, double expected) =>
        Assert.AreEqual(expected, Normal.Quantile(share), 0.0005);
}
