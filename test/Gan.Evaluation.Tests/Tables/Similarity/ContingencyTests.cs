using Gan.Evaluation.Tables.Similarity;

namespace Gan.Evaluation.Tests.Tables.Similarity;

[TestClass]
public sealed class ContingencyTests
{
    private static readonly Codes Alternating = new([0, 1, 0, 1], 2);
    private static readonly Codes Halves = new([0, 0, 1, 1], 2);

    [TestMethod]
    public void Similarity_SameMarginsButOtherPairs_IsTheShareInCommon()
    {
        Assert.AreEqual(0.5, Contingency.Similarity((Alternating, Halves), (Alternating, Alternating))!.Value, 1e-12);   // no (0,1), no (1,0)
        Assert.AreEqual(1, Contingency.Similarity((Alternating, Halves), (Halves, Alternating))!.Value, 1e-12);          // each pair once in both
    }

    [TestMethod]
    public void Similarity_ManyCodes_CountsAsTheFullTableDoes()
    {
        var (few, many) = (Similarity(1), Similarity(1_000));

        Assert.AreEqual(few, many);
        Assert.AreEqual(0.6, many, 1e-12);                                                      // three of five pairs

        static double Similarity(int stride)
        {
            var (count, first) = (10 * stride, Scaled([0, 1, 2, 3, 4], stride));
            var (codes, others) = (new Codes(first, count), new Codes(Scaled([0, 1, 2, 4, 9], stride), count));
            return Contingency.Similarity((codes, codes), (codes, others))!.Value;
        }
    }

    [TestMethod]
    public void CramersV_IndependentAndEqualColumns_IsZeroAndOne()
    {
        Assert.AreEqual(0, Contingency.CramersV(Alternating, Halves)!.Value, 1e-12);
        Assert.AreEqual(1, Contingency.CramersV(Halves, Halves)!.Value, 1e-12);
        Assert.AreEqual(1, Contingency.CramersV(Halves, new([7, 7, 3, 3], 9))!.Value, 1e-12);     // codes that never occur don't count
    }

    [TestMethod]
    public void CramersV_TwoByTwo_IsPhi()
    {
        // 3 and 1 in one row, 1 and 3 in the other: φ = (3·3 - 1·1) / √(4·4·4·4)
        var first = new Codes([0, 0, 0, 0, 1, 1, 1, 1], 2);
        var second = new Codes([0, 0, 0, 1, 0, 1, 1, 1], 2);

        Assert.AreEqual(0.5, Contingency.CramersV(first, second)!.Value, 1e-12);
    }

    [TestMethod]
    public void CramersV_ColumnOfOneCode_IsNotMeasured() => Assert.IsNull(Contingency.CramersV(Halves, new([5, 5, 5, 5], 6)));

    private static int[] Scaled(int[] codes, int stride) => Array.ConvertAll(codes, code => code * stride);
}
