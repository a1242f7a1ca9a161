using Gan.Evaluation.Tables;
using Gan.Evaluation.Tables.Detection;
using Microsoft.ML;
using static Gan.Evaluation.Tests.Tables.SmallTables;

namespace Gan.Evaluation.Tests.Tables.Detection;

[TestClass]
public sealed class DetectionMeasureTests
{
    private static readonly MLContext ML = new(seed: 1);

    [TestMethod]
    [DataRow(1.0)]
    [DataRow(0.5)]
    public void Auc_CopiesOfRealRows_AreNotDetected(double copied)
    {
        var real = Rows(1, 1_200);
        var copies = real.At([.. Enumerable.Range(0, (int)(copied * 1_200)).Reverse()]);
        var synthetic = copied < 1 ? copies.Append(Rows(2, 1_200 - copies.RowCount)) : copies;

        Assert.AreEqual(0.5, DetectionMeasure.Auc(ML, real, synthetic)!.Value, 0.05);
    }

    [TestMethod]
    public void Auc_TableOfFewDifferentRows_IsThatOfTheirShares()
    {
        // half of the real rows are 1, four fifths of the synthetic ones: ½ + ½ (0.8 - 0.5)
        var (real, synthetic) = (Numbers([.. Halves(500), .. Halves(500)]), Numbers([.. Ones(800), .. new double[200]]));

        Assert.AreEqual(0.65, DetectionMeasure.Auc(ML, real, synthetic)!.Value, 0.03);

        static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];
        static double[] Halves(int count) => [.. Enumerable.Range(0, count).Select(i => (double)(i % 2))];
    }

    [TestMethod]
    public void Auc_CategoriesThatOneTableAloneHas_AreDetectedIfTheyAreFrequent()
    {
        string[] common = [.. Enumerable.Range(0, 2_000).Select(i => i % 2 == 0 ? "a" : "b")];
        var tables = Categories(common, WithRare("p"), WithRare("q"), [.. common.Select((text, i) => i % 4 < 2 ? "new" : text)]);

        Assert.AreEqual(0.5, DetectionMeasure.Auc(ML, tables[1], tables[2])!.Value, 0.03);              // a fifth of either table's texts are rare
        Assert.AreEqual(0.75, DetectionMeasure.Auc(ML, tables[0], tables[3])!.Value, 0.03);             // half of the rows give themselves away
        Assert.AreEqual(0.75, DetectionMeasure.Auc(ML, tables[3], tables[0])!.Value, 0.03);             // whichever table has them

        string[] WithRare(string name) => [.. common.Select((text, i) => i % 5 == 0 ? $"{name}{i / 15}" : text)];       // three rows of each
    }

    [TestMethod]
    public void Auc_FewRowsOrNoColumns_IsNotMeasured()
    {
        Assert.IsNull(DetectionMeasure.Auc(ML, Rows(1, 29), Rows(2, 100)));
        Assert.IsNull(DetectionMeasure.Auc(ML, Rows(1, 100), Rows(2, 29)));
        Assert.IsNull(DetectionMeasure.Auc(ML, new EvaluatedTable(100, []), new EvaluatedTable(100, [])));
    }

    private static EvaluatedTable Rows(int seed, int count)
    {
        var random = new Random(seed);
        double[] Column() => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
        return Of(new EvaluatedNumbers("x", Column()), new EvaluatedNumbers("y", Column()));
    }
}
