using Gan.Tool.Evaluation;

namespace Gan.Tool.Tests.Evaluation;

[TestClass]
public sealed class ChiSquaredTests
{
    [TestMethod]
    [DataRow(1, 3.841459, 0.95)]
    [DataRow(2, 9, 0.98889100346)]
    [DataRow(5, 11.070498, 0.95)]
    [DataRow(10, 23.209251, 0.99)]
    public void Cumulative_ValuesOfPublishedTables_AreMet(int degrees, double x, double probability)
    {
        Assert.AreEqual(probability, ChiSquared.Cumulative(degrees, x), 1e-7);
        Assert.AreEqual(x, ChiSquared.Quantile(degrees, probability), 1e-4);
    }
}
