using Gan.Evaluation.Tables.Similarity;

namespace Gan.Evaluation.Tests.Tables.Similarity;

[TestClass]
public sealed class CorrelationTests
{
    [TestMethod]
    [DataRow(new double[] { 1, 2, 3 }, new double[] { 30, 50, 70 }, 1.0)]
    [DataRow(new double[] { 1, 2, 3 }, new double[] { 3, 2, 1 }, -1.0)]
    [DataRow(new double[] { 1, 2, 3, 4 }, new double[] { 1, 3, 2, 4 }, 0.8)]
    [DataRow(new double[] { 1, 2, 3, 4, 100 }, new double[] { 1, 3, 2, 4, double.NaN }, 0.8)]     // the last row has only one of the two
    public void Between_Columns_IsPearsons(double[] first, double[] second, double expected)
    {
        Assert.AreEqual(expected, Between(first, second)!.Value, 1e-12);
        Assert.AreEqual(expected, Between(second, first)!.Value, 1e-12);
    }

    [TestMethod]
    public void Between_ColumnThatDoesNotVary_IsNotMeasured()
    {
        Assert.IsNull(Between([1, 2, 3], [0.1, 0.1, 0.1]));
        Assert.IsNull(Between([1, 2, double.NaN], [1, 1, 2]));
    }

    [TestMethod]
    [DataRow(1.0, -1.0, 0.0)]
    [DataRow(0.5, 0.5, 1.0)]
    [DataRow(0.8, 0.2, 0.7)]
    [DataRow(0.8, null, 0.6)]
    public void Similarity_Correlations_IsOneMinusHalfTheirDifference(double real, double? synthetic, double expected) =>
        Assert.AreEqual(expected, Correlation.Similarity(real, synthetic)!.Value, 1e-12);

    [TestMethod]
    public void Similarity_RealColumnsThatDoNotVary_IsNotMeasured() => Assert.IsNull(Correlation.Similarity(null, 0.5));

    private static double? Between(double[] first, double[] second) => Correlation.Between(new Correlation(first), new Correlation(second));
}
