using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class QuantileKnotsTests
{
    private const int Rows = 20_000;

    [TestMethod]
    [DataRow("normal", Rows)]
    [DataRow("normal", 30)]
    [DataRow("lognormal", Rows)]
    [DataRow("cauchy", Rows)]
    [DataRow("integers", Rows)]
    [DataRow("masses", Rows)]
    [DataRow("manymasses", Rows)]
    [DataRow("constant", Rows)]
    [DataRow("huge", Rows)]
    public void Of_AnyDistribution_AscendsWithinTheRangeByFewKnots(string kind, int rows)
    {
        var sorted = Sample(kind, rows);

        var knots = QuantileKnots.Of(sorted);

        Assert.IsTrue(knots.Ranks.Length is > 1 and <= QuantileKnots.Most, $"{knots.Ranks.Length} knots");
        Assert.HasCount(knots.Ranks.Length, knots.Values);
        CollectionAssert.AreEqual(knots.Ranks.Order().ToArray(), knots.Ranks);
        CollectionAssert.AreEqual(knots.Values.Order().ToArray(), knots.Values);
        Assert.IsTrue(knots.Ranks[0] >= 0 && knots.Ranks[^1] <= 1);
        Assert.IsTrue(knots.Values[0] >= sorted[0] && knots.Values[^1] <= sorted[^1]);
    }

    [TestMethod]
    [DataRow("normal")]
    [DataRow("cauchy")]
    [DataRow("masses")]
    [DataRow("constant")]
    public void Of_WithTheExtremes_HasThemAtItsEnds(string kind)
    {
        var sorted = Sample(kind, Rows);

        var knots = QuantileKnots.Of(sorted, keepsExtremes: true);

        Assert.AreEqual((sorted[0], sorted[^1]), knots.Range);
        Assert.AreEqual((0, 1), (knots.Ranks[0], knots.Ranks[^1]));
        CollectionAssert.AreEqual(knots.Ranks.Order().ToArray(), knots.Ranks);
        CollectionAssert.AreEqual(knots.Values.Order().ToArray(), knots.Values);
    }

    [TestMethod]
    public void Of_AnExtremeBeyondAGap_IsOneRowsAndNothingLeadsToIt()
    {
        double[] sorted = [.. Enumerable.Range(0, 300).Select(row => 2024 + row / 50.0), 9999];

        var knots = QuantileKnots.Of(sorted, keepsExtremes: true);

        Assert.AreEqual(9999, At(knots, 1 - 0.5 / sorted.Length));
        Assert.IsLessThan(2031, At(knots, 1 - 1.5 / sorted.Length));
    }

    [TestMethod]
    [DataRow(2, 0.0)]                                                // fewer than a knot speaks of: they go to the other side
    [DataRow(6, 9999.0)]
    public void Of_YearsAndACodeFarAway_HasNothingBetweenThem(int codes, double greatest)
    {
        double[] years = [.. Enumerable.Range(0, 300).Select(row => 2024 + row / 50.0)];
        double[] sorted = [.. years, .. Enumerable.Range(0, codes).Select(_ => 9999.0)];

        var knots = QuantileKnots.Of(sorted);

        for (var rank = 0.0; rank <= 1; rank += 1.0 / 4096)
            Assert.IsTrue(At(knots, rank) is >= 2024 and <= 2030 or 9999, $"{At(knots, rank)} at {rank}");
        Assert.AreEqual(greatest == 0 ? 2029.952 : greatest, knots.Range.Greatest, 1e-9);
    }

    [TestMethod]
    public void Of_FewRowsBetweenAGapAndASharedValue_HaveThatValue()
    {
        double[] sorted = [.. Enumerable.Repeat(-999.0, 30), 0, 0, 0, .. Enumerable.Range(0, 900).Select(row => Math.Round(0.1 + row / 30, 1))];

        var knots = QuantileKnots.Of(sorted);

        for (var rank = 0.0; rank <= 1; rank += 1.0 / 4096)
            Assert.IsTrue(At(knots, rank) is -999 or (>= 0.1 and <= 30), $"{At(knots, rank)} at {rank}");
        Assert.AreEqual(0.1, At(knots, 31.0 / sorted.Length));
    }

    [TestMethod]
    public void Of_ValuesOnEitherSideOfAWideGap_KeepTheirShares()
    {
        double[] sorted = [.. Enumerable.Range(0, 40).Select(row => -1e6 + row), .. Enumerable.Range(0, 960).Select(row => (double)row)];

        var knots = QuantileKnots.Of(sorted);

        Assert.IsTrue(At(knots, 0.0399) is >= -1e6 and <= -1e6 + 40, $"{At(knots, 0.0399)}");
        Assert.IsTrue(At(knots, 0.0401) is >= 0 and <= 5, $"{At(knots, 0.0401)}");
    }

    [TestMethod]
    [DataRow("normal")]
    [DataRow("lognormal")]
    [DataRow("cauchy")]
    [DataRow("masses")]
    [DataRow("integers")]
    public void Of_ManyRows_IsTheirQuantileFunction(string kind)
    {
        var sorted = Sample(kind, Rows);

        var knots = QuantileKnots.Of(sorted);

        for (var percent = 0.5; percent < 100; percent += 0.5)
        {
            var value = At(knots, percent / 100);
            var (below, upTo) = (
                (double)sorted.Count(other => other < value - 1e-9) / Rows, (double)sorted.Count(other => other <= value + 1e-9) / Rows);
            Assert.IsTrue(below - 0.003 <= percent / 100
                && percent / 100 <= upTo + 0.003, $"The {percent} % quantile is {value}, of ranks {below} to {upTo}.");
        }
    }

    [TestMethod]
    public void Of_PointMasses_GivesThemBackExactly()
    {
        var random = new Random(5);
        double[] sorted = [
            .. Enumerable.Range(0, 1000).Select(row => row < 700 ? 0 : row < 900 ? 1234.567 : 2000 + 100 * random.NextDouble()).Order()];

        var knots = QuantileKnots.Of(sorted);

        foreach (var rank in new[] { 0.001, 0.35, 0.699 }) Assert.AreEqual(0, At(knots, rank));
        foreach (var rank in new[] { 0.701, 0.8, 0.899 }) Assert.AreEqual(1234.567, At(knots, rank));
        Assert.IsGreaterThan(2000, At(knots, 0.901));
    }

    [TestMethod]
    public void Of_FewValues_GivesEachAtItsRate()
    {
        double[] sorted = [.. Enumerable.Range(0, 1000).Select(row => (double)(row / 20))];            // 50 values of 20 rows

        var knots = QuantileKnots.Of(sorted);

        for (var row = 0; row < 1000; row++) Assert.AreEqual(sorted[row], At(knots, (row + 0.5) / 1000));
    }

    [TestMethod]
    [DataRow("normal")]
    [DataRow("lognormal")]
    [DataRow("cauchy")]
    public void Of_LoneExtremes_HoldsNeither(string kind)
    {
        var sorted = Sample(kind, Rows);

        var knots = QuantileKnots.Of(sorted);

        Assert.IsGreaterThan(sorted[0], knots.Values[0]);
        Assert.IsLessThan(sorted[^1], knots.Values[^1]);
        Assert.HasCount(0, knots.Values.Intersect(sorted).ToList());
    }

    [TestMethod]
    public void Of_LoneExtremesBesidePointMasses_HoldsNeither()
    {
        double[] sorted = [-1e6, .. Enumerable.Repeat(0.0, 500), 3, 4, .. Enumerable.Repeat(7.0, 500), 1e9];

        CollectionAssert.AreEqual(new double[] { 0, 0, 7, 7 }, QuantileKnots.Of(sorted).Values);
    }

    private static double[] Sample(string kind, int rows)
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, rows).Select(row => kind switch
        {
            "normal" => TestTables.Normal(random),
            "lognormal" => Math.Exp(3 * TestTables.Normal(random)),
            "cauchy" => Math.Tan(Math.PI * (random.NextDouble() - 0.5)),
            "integers" => random.Next(300),
            "masses" => random.Next(3) switch { 0 => 0, 1 => random.Next(30), _ => 40 * random.NextDouble() },
            "manymasses" => random.Next(1000),
            "huge" => 1e307 * TestTables.Normal(random),
            _ => 8.5,
        }).Order()];
    }

    private static double At(QuantileKnots knots, double rank)
    {
        var above = Array.FindIndex(knots.Ranks, other => other > rank);
        if (above == 0) return knots.Values[0];
        if (above < 0) return knots.Values[^1];
        var share = (rank - knots.Ranks[above - 1]) / (knots.Ranks[above] - knots.Ranks[above - 1]);
        return knots.Values[above - 1] + share * (knots.Values[above] - knots.Values[above - 1]);
    }
}
