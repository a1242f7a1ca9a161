using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class WholeKnotsTests
{
    private const int Rows = 100_000, SampleRows = 2_000;

    /// <summary>A third are 0, the others are from 1 to 2, or from 100 to 101 if they are of the last tenth.</summary>
    private static readonly double[] All = [.. Enumerable.Range(0, Rows).Select(row =>
        (double)row / Rows is var share && share < 1 / 3.0 ? 0 : share < 0.9 ? 1 + share : 100 + share)];

    private static readonly double[] Sample = SampleOf();

    private static readonly QuantileKnots Own = QuantileKnots.Of(Sample), Whole = WholeKnots.Of(Own, Ranks(), SampleRows);

    [TestMethod]
    public void Of_ASample_HasItsValuesAtTheRanksOfAllRows()
    {
        Assert.AreSame(Own.Values, Whole.Values);
        Assert.AreEqual(1 / 3.0, Whole.Ranks[LastOf(0)], 1e-3);
        Assert.AreEqual(1 / 3.0, Own.Ranks[LastOf(0)], 0.05);
        var below = Array.FindIndex(Whole.Values, value => value > 50) - 1;
        Assert.AreEqual(0.9, Whole.Ranks[below], 1e-3);
        Assert.AreEqual(Whole.Ranks[below], Whole.Ranks[below + 1], "Nothing is between the sides of a gap.");
    }

    [TestMethod]
    public void Of_ASample_IsAQuantileFunction()
    {
        CollectionAssert.AreEqual(Whole.Ranks.Order().ToArray(), Whole.Ranks);
        Assert.AreEqual((0.0, 1.0), (Whole.Ranks[0], Whole.Ranks[^1]));
    }

    [TestMethod]
    public void Of_ASketchThatIsFarOff_MovesRanksByFourDeviationsAtMost()
    {
        var wrong = WholeKnots.Of(Own, new SketchedRanks([-5], [1], -5, -5), SampleRows);

        foreach (var (own, moved) in Own.Ranks.Zip(wrong.Ranks))
            Assert.IsLessThanOrEqualTo(4 * Math.Sqrt(own * (1 - own) / SampleRows) + 0.02, Math.Abs(moved - own));
        Assert.AreNotEqual(Own.Ranks[LastOf(0)], wrong.Ranks[LastOf(0)]);
    }

    private static int LastOf(double value) => Array.FindLastIndex(Whole.Values, one => one == value);

    private static SketchedRanks Ranks() => new(All, [.. Enumerable.Repeat(1L, Rows)], All[0], All[^1]);

    private static double[] SampleOf()
    {
        var random = new Random(9);
        return [.. Enumerable.Range(0, SampleRows).Select(_ => All[random.Next(Rows)]).Order()];
    }
}
