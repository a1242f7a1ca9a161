using Gan.Evaluation.Tables;
using static Gan.Evaluation.Tests.Tables.SmallTables;

namespace Gan.Evaluation.Tests.Tables;

[TestClass]
public sealed class IdentifiersTests
{
    private static readonly int[] Hundred = [.. Enumerable.Range(0, 100)];

    [TestMethod]
    [DataRow(100, true)]                                                    // all texts occur once
    [DataRow(52, true)]
    [DataRow(50, false)]                                                    // as many occur once as not: half of new rows are known
    [DataRow(0, false)]
    public void Has_Texts_IsWhereMostOccurOnce(int single, bool expected) =>
        Assert.AreEqual(expected, Has(Array.ConvertAll(Hundred, i => i < single ? $"text {i}" : "common")));

    [TestMethod]
    public void Has_TextsBesideMissingCells_DoesNotCountThose() =>
        Assert.IsTrue(Has(Array.ConvertAll(Hundred, i => i < 40 ? $"text {i}" : "")));

    [TestMethod]
    public void Has_TextsOfFewRows_IsNeverSure() => Assert.IsFalse(Has([.. Hundred[..29].Select(i => $"text {i}")]));

    [TestMethod]
    [DataRow(51, true)]
    [DataRow(50, false)]
    public void Has_TextsThatTestRowsMostlyLack_IsThem(int news, bool expected)
    {
        // customers of ten rows each, others in the test table
        var tables = Categories(
            Array.ConvertAll(Hundred, i => $"customer {i % 10}"),
            Array.ConvertAll(Hundred, i => i < news ? $"customer {10 + i % 10}" : "customer 1"));

        Assert.AreEqual(expected, Identifiers.Has(tables[0].Columns[0], tables[1].Columns[0]));
    }

    [TestMethod]
    public void Has_NumbersThatNeverRepeatThoughTheyWould_IsThem()
    {
        Assert.IsTrue(Has(i => i));                                         // 37 of 100 would repeat
        Assert.IsTrue(Has(i => 1000 - 2 * i));                              // 21 of 100
        Assert.IsFalse(Has(i => 3 * i));                                    // 15: not so sure
        Assert.IsFalse(Has(i => i / 2));                                    // pairs
        Assert.IsFalse(Has(i => 7));
        Assert.IsFalse(Has(i => i + 0.5));                                  // no whole numbers
        Assert.IsFalse(Has(i => i * 86_400_000_000));                       // a time a day: there are many times
        Assert.IsFalse(Has(i => i * 1e306));
    }

    private static bool Has(string[] texts) => Identifiers.Has(Categories(texts)[0].Columns[0], null);

    private static bool Has(Func<int, double> number) => Identifiers.Has(Numbers(Array.ConvertAll(Hundred, i => number(i))).Columns[0], null);
}
