using Gan.Evaluation.Tables;
using Microsoft.ML;

namespace Gan.Evaluation.Tests;

[TestClass]
public sealed class CeilingTests
{
    private static readonly MLContext ML = new(seed: 1);

    [TestMethod]
    public void Ceiling_TestTable_IsWhatItsRowsScoreWhateverTheSyntheticOnes()
    {
        var real = Pairs("ax", "ax", "by", "by");

        var ceiling = ML.Gan().EvaluateTabular(real, Pairs("by", "by", "by", "by"), Pairs("ax", "ax", "bx", "bx")).Ceiling;

        Assert.AreEqual(0.75, ceiling.ColumnShapes!.Value, 1e-12);              // 1 in the first column, 1 - ½ (½ + ½) in the second
        Assert.AreEqual(0.5, ceiling.ColumnPairTrends!.Value, 1e-12);           // by is missing, and bx is new
        Assert.AreEqual(0.5, ceiling.StrongPairTrends!.Value, 1e-12);
        Assert.AreEqual((4, false), (ceiling.RowCount, ceiling.IsResample));
    }

    [TestMethod]
    public void Ceiling_NoStrongPair_HasNoneEither()
    {
        var ceiling = ML.Gan().EvaluateTabular(Pairs("ax", "bx", "ay", "by"), Pairs("ax", "ax", "ax", "ax"), Pairs("ax", "bx", "ay", "by")).Ceiling;

        Assert.AreEqual(1, ceiling.ColumnPairTrends!.Value, 1e-12);
        Assert.IsNull(ceiling.StrongPairTrends);
    }

    [TestMethod]
    [DataRow(3, 3)]
    [DataRow(9, 5)]
    public void Ceiling_TestTable_HasAtMostAsManyRowsAsTheSyntheticOne(int syntheticRows, int expected)
    {
        var synthetic = Pairs([.. Enumerable.Repeat("ax", syntheticRows)]);

        var ceiling = ML.Gan().EvaluateTabular(Pairs("ax", "by"), synthetic, Pairs("ax", "by", "ax", "by", "ax")).Ceiling;

        Assert.AreEqual((expected, false), (ceiling.RowCount, ceiling.IsResample));
    }

    [TestMethod]
    public void Ceiling_NoTestTable_IsWhatRealRowsDrawnWithReplacementScore()
    {
        var real = Pairs([.. Enumerable.Range(0, 1000).Select(row => row % 4 == 0 ? "ax" : "by")]);

        var ceiling = ML.Gan().EvaluateTabular(real, Pairs([.. Enumerable.Repeat("cz", 101)])).Ceiling;

        var share = RowSample.Resample(1000, 101, RowSample.Purpose.Ceiling).Count(row => row % 4 == 0) / 101.0;
        Assert.AreEqual(1 - Math.Abs(share - 0.25), ceiling.ColumnShapes!.Value, 1e-12);
        Assert.AreEqual(1 - Math.Abs(share - 0.25), ceiling.StrongPairTrends!.Value, 1e-12);
        Assert.AreEqual((101, true), (ceiling.RowCount, ceiling.IsResample));
    }

    [TestMethod]
    public void Ceiling_RowsOfEveryKindOfColumn_ScoreAsASyntheticTableWould()
    {
        var ceiling = ML.Gan().EvaluateTabular(MixedTable.Real, MixedTable.Real, MixedTable.Test).Ceiling;

        var expected = ML.Gan().EvaluateTabular(MixedTable.Real, MixedTable.Test);
        Assert.AreEqual(expected.ColumnShapes!.Value, ceiling.ColumnShapes!.Value, 1e-9);
        Assert.AreEqual(expected.ColumnPairTrends!.Value, ceiling.ColumnPairTrends!.Value, 1e-9);
        Assert.AreEqual(expected.StrongPairTrends!.Value, ceiling.StrongPairTrends!.Value, 1e-9);
        Assert.IsTrue(ceiling.ColumnShapes is > 0.8 and < 1, $"{ceiling.ColumnShapes}");
    }

    /// <summary>Two columns: the first and the second letter of each text.</summary>
    private static IDataView Pairs(params string[] rows) =>
        ML.Data.LoadFromEnumerable(Array.ConvertAll(rows, row => new { First = row[..1], Second = row[1..] }));
}
