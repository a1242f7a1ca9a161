using Gan.Evaluation.Tables.Detection;
using static Gan.Evaluation.Tests.Tables.SmallTables;

namespace Gan.Evaluation.Tests.Tables.Detection;

[TestClass]
public sealed class CopyPairsTests
{
    [TestMethod]
    [DataRow(new double[] { 1, 2, 3 }, new double[] { 9, 1, 1 }, new double[] { 2, 1, 3 })]           // of two copies one finds its row
    [DataRow(new double[] { 1, 1, 2 }, new double[] { 9, 1, 1 }, new double[] { 2, 1, 1 })]           // of two equal rows each finds a copy
    [DataRow(new double[] { 1, 2, 3 }, new double[] { 7, 8, 9 }, new double[] { 1, 2, 3 })]           // without copies nothing moves
    [DataRow(new double[] { 1, 2, 3 }, new double[] { 3, 1, 2 }, new double[] { 3, 1, 2 })]
    public void Align_Rows_StandWhereTheirCopiesDo(double[] real, double[] synthetic, double[] expected) =>
        CollectionAssert.AreEqual(expected, CopyPairs.Align(Numbers(real), Numbers(synthetic)).Numeric.Single().Values);
}
