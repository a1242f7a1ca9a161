using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Coverage;
using static Gan.Evaluation.Tests.Tables.SmallTables;

namespace Gan.Evaluation.Tests.Tables.Coverage;

[TestClass]
public sealed class CoverageTests
{
    [TestMethod]
    public void Scores_CopiesOfRealRows_AreOneAndNotAuthentic()
    {
        var rows = Points(Numbers([.. Enumerable.Range(0, 200).Select(i => i * i / 7.0)]));

        Assert.AreEqual(1, AlphaPrecision.Score(rows, rows), 0.02);
        Assert.AreEqual(1, BetaRecall.Score(rows, rows), 0.02);
        Assert.AreEqual(0, Authenticity.Rate(rows, rows));
    }

    [TestMethod]
    public void Scores_RowsFarAway_AreZeroAndAuthentic()
    {
        var real = Numbers([.. Enumerable.Range(0, 200).Select(i => (double)i)]);
        var space = new UnitSpace(real);
        var (rows, made) = (space.Of(real, 200), space.Of(Numbers([.. Enumerable.Range(0, 200).Select(i => 1_000_000.0 + i)]), 200));

        Assert.AreEqual(0, AlphaPrecision.Score(rows, made), 1e-12);
        Assert.AreEqual(0, BetaRecall.Score(rows, made), 1e-12);
        Assert.AreEqual(1, Authenticity.Rate(rows, made));
    }

    [TestMethod]
    public void Nearest_Categories_AreOneHots()
    {
        var tables = Categories(["a", "b", "c"], ["b", "x"]);
        var space = new UnitSpace(tables[0]);
        var (real, made) = (space.Of(tables[0], 3), space.Of(tables[1], 2));

        Assert.AreEqual((0.0, 1), real.Nearest(made, 0));
        Assert.AreEqual((1.0, 0), real.Nearest(made, 1));                       // x has no one: only the other's differs
        Assert.AreEqual((2.0, 1), real.Nearest(real, 0, isOther: true));
        Assert.AreEqual(Math.Sqrt(2.0 / 3), new Centre(real).Distances(real)[0], 1e-12);
    }

    private static UnitRows Points(EvaluatedTable table) => new UnitSpace(table).Of(table, table.RowCount);
}
