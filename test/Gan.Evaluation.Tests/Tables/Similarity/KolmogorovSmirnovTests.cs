using Gan.Evaluation.Tables.Similarity;

namespace Gan.Evaluation.Tests.Tables.Similarity;

[TestClass]
public sealed class KolmogorovSmirnovTests
{
    [TestMethod]
    [DataRow(new double[] { 1, 2, 3 }, new double[] { 1, 2, 3 }, 1.0)]
    [DataRow(new double[] { 1, 2, 3 }, new double[] { 1, 1, 2, 2, 3, 3 }, 1.0)]
    [DataRow(new double[] { 1, 2 }, new double[] { 3, 4, 5 }, 0.0)]
    [DataRow(new double[] { 1, 2, 3, 4 }, new double[] { 3, 4, 5, 6 }, 0.5)]             // at 2 all of one half is below, none of the other
    [DataRow(new double[] { 0, 0, 0, 1 }, new double[] { 0, 1, 1, 1 }, 0.5)]             // ties step together
    [DataRow(new double[] { 1, 2, 3 }, new double[] { 2 }, 2 / 3.0)]
    public void Complement_SortedValues_IsOneMinusTheGreatestDistance(double[] real, double[] synthetic, double expected)
    {
        Assert.AreEqual(expected, KolmogorovSmirnov.Complement(real, synthetic)!.Value, 1e-12);
        Assert.AreEqual(expected, KolmogorovSmirnov.Complement(synthetic, real)!.Value, 1e-12);
    }

    [TestMethod]
    public void Complement_UniformsOneQuarterApart_IsThreeQuarters()
    {
        var uniform = Enumerable.Range(0, 1024).Select(i => i / 1024.0).ToArray();

        Assert.AreEqual(0.75, KolmogorovSmirnov.Complement(uniform, Array.ConvertAll(uniform, value => value + 0.25))!.Value, 1e-12);
    }

    [TestMethod]
    public void Complement_NoValues_IsNotMeasured() => Assert.IsNull(KolmogorovSmirnov.Complement([1], []));
}
