using Gan.Evaluation.Tables.Similarity;

namespace Gan.Evaluation.Tests.Tables.Similarity;

[TestClass]
public sealed class DecilesTests
{
    [TestMethod]
    public void Edges_FewValues_AreInterpolated()
    {
        var edges = new Deciles([0, 10, 40]).Edges;

        double[] expected = [2, 4, 6, 8, 10, 16, 22, 28, 34];
        foreach (var (wanted, actual) in expected.Zip(edges)) Assert.AreEqual(wanted, actual, 1e-9);
    }

    [TestMethod]
    public void Edges_PointMass_CountsOnce() =>
        CollectionAssert.AreEqual(new double[] { 0, 7 }, new Deciles([.. new double[85], .. Enumerable.Repeat(7.0, 15)]).Edges.ToArray());

    [TestMethod]
    public void Code_ValuesOnAndBeyondEdges_GoToTheBinAboveAndMissingOnesToTheirOwn()
    {
        var deciles = new Deciles([.. Enumerable.Range(0, 11).Select(i => (double)i)]);           // edges 1 to 9

        CollectionAssert.AreEqual(new[] { 0, 0, 1, 1, 9, 9, 10 }, deciles.Code([-5, 0.9, 1, 1.5, 9, 500, SmallTables.Missing]).Cells);
    }
}
