using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Privacy;
using static Gan.Evaluation.Tests.Tables.SmallTables;

namespace Gan.Evaluation.Tests.Tables.Privacy;

[TestClass]
public sealed class ExactCopiesTests
{
    private static readonly CategoryCodes Index = new("a", "b", "");

    private static readonly EvaluatedTable Real = Of(new EvaluatedNumbers("x", [1, 2, Missing]), new EvaluatedCategories("c", [0, 1, 2], Index));

    [TestMethod]
    public void Rate_RowsThatEqualARealOneInEveryColumn_AreCounted()
    {
        // a copy, a copy of missing cells, cells of two different rows, a number of no row, a copy once more
        var synthetic = Of(new EvaluatedNumbers("x", [2, Missing, 1, 3, 2]), new EvaluatedCategories("c", [1, 2, 1, 0, 1], Index));

        Assert.AreEqual(0.6, ExactCopies.Rate(Real, synthetic), 1e-12);
    }

    [TestMethod]
    public void Rate_NumbersThatDifferByRounding_AreCopies() =>
        Assert.AreEqual(0.5, ExactCopies.Rate(Numbers(0.3), Numbers(0.1 + 0.2, 0.30001)), 1e-12);

    [TestMethod]
    public void Rate_SmallNumbers_AreToldApart() =>
        Assert.AreEqual(0.5, ExactCopies.Rate(Numbers(0, 3e-12, 4e-12), Numbers(3e-12, 3.1e-12)), 1e-12);

    [TestMethod]
    public void Rate_TheTableItself_IsOne() => Assert.AreEqual(1, ExactCopies.Rate(Real, Real));
}
