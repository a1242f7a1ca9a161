using Gan.Evaluation.Tables.Similarity;

namespace Gan.Evaluation.Tests.Tables.Similarity;

[TestClass]
public sealed class TotalVariationTests
{
    [TestMethod]
    [DataRow(new[] { 2, 1, 1 }, new[] { 4, 2, 2 }, 1.0)]
    [DataRow(new[] { 3, 0 }, new[] { 0, 5 }, 0.0)]
    [DataRow(new[] { 2, 2, 0 }, new[] { 1, 2, 1 }, 0.75)]                                  // a quarter of the rows would have to change
    public void Complement_Counts_IsTheShareInCommon(int[] real, int[] synthetic, double expected) =>
        Assert.AreEqual(expected, TotalVariation.Complement(real, synthetic)!.Value, 1e-12);

    [TestMethod]
    public void Counts_Codes_AreCountedByCode() => CollectionAssert.AreEqual(new[] { 1, 0, 3, 0 }, TotalVariation.Counts([2, 0, 2, 2], 4));
}
