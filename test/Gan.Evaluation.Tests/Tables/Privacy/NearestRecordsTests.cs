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
        Assert.AreEqual(0.5, NearestRecords.CloserToTrain(real, Numbers(2.5, 12.5, 11, 4), test));           // two ties, one of each
    }

    [TestMethod]
    public void CloserToTrain_Categories_AreOneApart()
    {
        var tables = Categories(["a", "b"], ["b", "b"], ["a", "b", "", "c"]);

        Assert.AreEqual(0.625, NearestRecords.CloserToTrain(tables[0], tables[2], tables[1]));               // "a" is nearer, the others tie
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
