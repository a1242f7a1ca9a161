using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Privacy;
using static Gan.Evaluation.Tests.Tables.SmallTables;

namespace Gan.Evaluation.Tests.Tables.Privacy;

[TestClass]
public sealed class NearestRecordsTests
{
    [TestMethod]
    public void CloserToTrain_CopiesOfEitherTable_AreToldApart()
    {
        var (real, test) = (Numbers(0, 10, 20), Numbers(5, 15, 25));

        Assert.AreEqual(1, NearestRecords.CloserToTrain(real, real, test));
        Assert.AreEqual(0, NearestRecords.CloserToTrain(real, test, test));
        Assert.AreEqual(0.5, NearestRecords.CloserToTrain(real, Numbers(2.5, 12.5, 11, 4), test), 1e-12);    // two ties, one of each
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(4)]
    [DataRow(50)]
    public void CloserToTrain_AnyRatioOfTheTables_IsOneForCopiesAndAHalfForNewRows(int ratio)
    {
        var all = Enumerable.Range(0, 20 * (ratio + 1)).Select(i => i * Math.Sqrt(2)).ToArray();
        var (most, least) = (Numbers([.. all.Where((_, i) => i % (ratio + 1) > 0)]), Numbers([.. all.Where((_, i) => i % (ratio + 1) == 0)]));

        foreach (var (real, test) in new[] { (most, least), (least, most) })
        {
            Assert.AreEqual(1, NearestRecords.CloserToTrain(real, real, test));
            Assert.AreEqual(0.5, NearestRecords.CloserToTrain(real, Numbers(all), test), 1e-12);    // each row is next to one row of either table
            Assert.AreEqual(0, NearestRecords.CloserToTrain(real, test, test));
        }
    }

    [TestMethod]
    public void CloserToTrain_HalfCopiesOfFourTimesAsManyRows_IsWhatARowOfEachWins()
    {
        var (real, test) = (Numbers(0, 10, 20, 30), Numbers(40));

        // real rows win 3 of 4 synthetic ones, 3/16 each; the test row wins 1/4
        Assert.AreEqual(3 / 7.0, NearestRecords.CloserToTrain(real, Numbers(0, 10, 21, 41), test), 1e-12);
    }

    [TestMethod]
    public void CloserToTrain_MoreRowsThanAreDrawn_SearchesAllOfThem()
    {
        var real = Numbers([.. Enumerable.Range(0, 10_000).Select(i => i * Math.PI)]);
        var test = Numbers([.. Enumerable.Range(0, 2_500).Select(i => 4 * i * Math.PI + 1)]);

        Assert.AreEqual(1, NearestRecords.CloserToTrain(real, real, test));
    }

    [TestMethod]
    public void CloserToTrain_RowsThatTie_ShareIt()
    {
        // a is next to 3 real rows and 1 test row, b to 1 and 1: the real rows win 3/4 and 1/2, which is 5/8, 5/32 each; the test rows 3/16 each
        var tables = Categories(["a", "a", "a", "b"], ["a", "b"], ["a", "b"]);

        Assert.AreEqual(5 / 11.0, NearestRecords.CloserToTrain(tables[0], tables[2], tables[1]), 1e-12);
    }

    [TestMethod]
    public void CloserToTrain_CategoriesOfOneRow_AreOneCategory()
    {
        // p to s name rows, of either table: "p" is no nearer to the row it names than "z", which nobody has. Missing is half as far
        var tables = Categories(["p", "q", "b", "b"], ["r", "s", "b", "b"], ["p", "s", "z", "", "b"]);

        Assert.AreEqual(0.5, NearestRecords.CloserToTrain(tables[0], tables[2], tables[1]), 1e-12);
    }

    [TestMethod]
    public void CloserToTrain_MissingCategory_IsHalfAsFarAsAnother()
    {
        var codes = new CategoryCodes("a", "b", "");
        EvaluatedTable Row(double number, int code) =>
            Of(new EvaluatedNumbers("x", [number, number]), new EvaluatedCategories("c", [code, code], codes));
        var real = Of(new EvaluatedNumbers("x", [0, 2]), new EvaluatedCategories("c", [0, 0], codes));                    // deviation √2

        // from (0, missing): to the real row (0, a) ½; to the test row (1.2, missing) 1.2² / 2, which is more, or (0.9, missing), less
        Assert.AreEqual(1, NearestRecords.CloserToTrain(real, Row(0, 2), Row(1.2, 2)));
        Assert.AreEqual(0, NearestRecords.CloserToTrain(real, Row(0, 2), Row(0.9, 2)));

        // from (0, b): to the real row 1; to the test row (1.5, b) 1.5² / 2, or (1.3, b)
        Assert.AreEqual(1, NearestRecords.CloserToTrain(real, Row(0, 1), Row(1.5, 1)));
        Assert.AreEqual(0, NearestRecords.CloserToTrain(real, Row(0, 1), Row(1.3, 1)));
    }

    [TestMethod]
    public void CloserToTrain_Numbers_CountInUnitsOfTheirDeviation()
    {
        EvaluatedTable Row(double large, double small) =>
            Of(new EvaluatedNumbers("large", [large, large]), new EvaluatedNumbers("small", [small, small]));
        var real = Of(new EvaluatedNumbers("large", [0, 2000]), new EvaluatedNumbers("small", [0, 2]));

        // the test row is 0.4 deviations away, the real rows 0.5 and more
        Assert.AreEqual(0, NearestRecords.CloserToTrain(real, Row(100, 1.5), Row(500, 1.5)));
    }
}
