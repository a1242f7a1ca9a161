using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Validity;
using static Gan.Evaluation.Tests.Tables.SmallTables;

namespace Gan.Evaluation.Tests.Tables.Validity;

[TestClass]
public sealed class ValidityMeasureTests
{
    [TestMethod]
    public void RangeViolation_NumbersBeyondEitherEnd_AreCountedOverAllCells() =>
        Assert.AreEqual(0.5, ValidityMeasure.RangeViolation(Numbers(1, 5, Missing), Numbers(1, 5, 0.5, 6, Missing, 7)), 1e-12);

    [TestMethod]
    public void BadCategory_CategoriesThatRealLacks_AreCounted()
    {
        var tables = Categories(["a", "b", "b"], ["a", "c", "", "b"]);

        Assert.AreEqual(0.5, ValidityMeasure.BadCategory(tables[0], tables[1]), 1e-12);      // missing cells, too, when the real column has none
    }

    [TestMethod]
    public void CategoryCoverage_RealCategoriesThatOccur_AreCountedOnce()
    {
        var tables = Categories(["a", "b", "c", ""], ["a", "a", "", "x"]);

        Assert.AreEqual(0.5, ValidityMeasure.CategoryCoverage(tables[0], tables[1]), 1e-12);
    }

    [TestMethod]
    public void MissingRateGap_Columns_AreAveraged()
    {
        var index = new CategoryCodes("", "a");
        var real = Of(new EvaluatedNumbers("x", [1, Missing, Missing, 4]), new EvaluatedCategories("c", [1, 1, 1, 1], index));
        var synthetic = Of(new EvaluatedNumbers("x", [1, 2]), new EvaluatedCategories("c", [0, 1], index));

        Assert.AreEqual(0.5, ValidityMeasure.MissingRateGap(real, synthetic), 1e-12);
    }

    [TestMethod]
    public void Shares_TablesWithoutSuchColumns_AreTheBest()
    {
        var (numbers, texts) = (Numbers(1, 2), Categories(["a"], ["b"]));

        Assert.AreEqual(0, ValidityMeasure.BadCategory(numbers, numbers));
        Assert.AreEqual(1, ValidityMeasure.CategoryCoverage(numbers, numbers));
        Assert.AreEqual(0, ValidityMeasure.RangeViolation(texts[0], texts[1]));
    }
}
