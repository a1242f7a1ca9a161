using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class QuantileMapTests
{
    [TestMethod]
    public void Of_OutputsOfTheNetwork_AreTheirQuantilesAtTheKnots()
    {
        var ranks = new ColumnRanks([.. Enumerable.Repeat(3.0, 50), .. Enumerable.Repeat(8.0, 150)]);        // shares 0, ¼, ¼, 1

        // which have the ranks ⅛, ⅜, ⅝, ⅞
        var scale = QuantileMap.Of(ranks.Learnt, [-2, -1, 1, 2]);

        CollectionAssert.AreEqual(new[] { 0, 0.25, 0.25, 1 }, ranks.Learnt.Knots.Ranks);
        CollectionAssert.AreEqual(new[] { -2, -1.5f, -1.5f, 2 }, scale.Outputs);
        CollectionAssert.AreEqual(new double[] { 3, 3, 8, 8 }, scale.Points);
        CollectionAssert.AreEqual(new[] { 0, 0.5f, 0.5f, 1 }, scale.Ranks);                                  // two values: half of the line each
    }

    [TestMethod]
    public void Of_DistributionByBins_IsItsQuantilesAtTheKnots()
    {
        var ranks = new ColumnRanks([.. Enumerable.Repeat(3.0, 50), .. Enumerable.Repeat(8.0, 150)]);        // shares 0, ¼, ¼, 1

        var scale = QuantileMap.Of(ranks.Learnt, [0, 0.5, 0.75, 1], [0.5, 0.125, 0.375]);

        CollectionAssert.AreEqual(new[] { 0, 0.25f, 0.25f, 1 }, scale.Outputs);
        Assert.AreEqual(0.75f, QuantileMap.Of(ranks.Learnt, [0, 0.5, 0.75, 1], [0, 0.25, 0.75]).Outputs[1]);
    }

    [TestMethod]
    public void RankOf_Outputs_AreOnTheLineBetweenTheKnotsOrInTheMiddleOfASharedValue()
    {
        var scale = new QuantileMap([-2, -1, -1, 1, 3], [5, 5, 6, 8, 9], [0, 0.25f, 0.25f, 0.75f, 1]);

        (float Output, float Rank)[] expected = [(-3, 0), (-2, 0.125f), (-1.5f, 0.125f), (-1, 0.25f), (0, 0.5f), (2, 0.875f), (3, 1), (4, 1)];
        foreach (var (output, rank) in expected) Assert.AreEqual(rank, scale.RankOf(output), 1e-6f, $"{output}");
    }

    [TestMethod]
    public void Of_OneOutput_IsAllKnots() =>
        CollectionAssert.AreEqual(new[] { 0.5f, 0.5f }, QuantileMap.Of(new ColumnRanks([7, 7, 7]).Learnt, [0.5f]).Outputs);
}
