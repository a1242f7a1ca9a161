using Microsoft.ML.Gan.Tabular;
using Microsoft.ML.Gan.Tabular.Encoding;

namespace Microsoft.ML.Gan.Tests.Tabular;

[TestClass]
public sealed class NumberScaleTests
{
    [TestMethod]
    public void Of_OutputsOfTheNetwork_AreTheirQuantilesAtTheKnots()
    {
        var knots = QuantileKnots.Of([.. Enumerable.Repeat(3.0, 50), .. Enumerable.Repeat(8.0, 150)]);       // ranks 0, ¼, ¼, 1

        var scale = NumberScale.Of(knots, [-2, -1, 1, 2]);                                                    // which have the ranks ⅛, ⅜, ⅝, ⅞

        CollectionAssert.AreEqual(new[] { 0, 0.25, 0.25, 1 }, knots.Ranks);
        CollectionAssert.AreEqual(new[] { -2, -1.5f, -1.5f, 2 }, scale.Outputs);
        CollectionAssert.AreEqual(new double[] { 3, 3, 8, 8 }, scale.Steps);
    }

    [TestMethod]
    public void Of_OneOutput_IsAllKnots() =>
        CollectionAssert.AreEqual(new[] { 0.5f, 0.5f }, NumberScale.Of(QuantileKnots.Of([7, 7, 7]), [0.5f]).Outputs);
}
