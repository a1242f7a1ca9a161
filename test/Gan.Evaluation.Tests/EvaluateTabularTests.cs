using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tests;

[TestClass]
public sealed class EvaluateTabularTests
{
    private static readonly MLContext ML = new(seed: 1);

    [TestMethod]
    public void EvaluateTabular_TheTableItself_ScoresOneAndIsACopy()
    {
        var metrics = ML.Gan().EvaluateTabular(MixedTable.Real, MixedTable.Real, MixedTable.Test, "label");

        Assert.AreEqual(1, metrics.ColumnShapes!.Value, 1e-12);
        Assert.AreEqual(1, metrics.ColumnPairTrends!.Value, 1e-12);
        Assert.AreEqual(1, metrics.StrongPairTrends!.Value, 1e-12);
        Assert.AreEqual(metrics.RealUtility, metrics.SyntheticUtility);
        Assert.AreEqual(1, metrics.CopyRate);
        Assert.AreEqual(1, metrics.CloserToTrain!.Value, 0.01);                               // a few rows of a few values are in the test table, too
        Assert.AreEqual(0, metrics.RangeViolation + metrics.BadCategory + metrics.MissingRateGap);
        Assert.AreEqual(1, metrics.CategoryCoverage);
    }

    [TestMethod]
    public void EvaluateTabular_DisjointTables_ScoreZeroAndAreDetected()
    {
        var real = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i => new { X = i / 2.0, C = $"a{i % 3}" }));
        var synthetic = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new { X = 1000 + i / 2.0, C = $"b{i % 3}" }));

        var metrics = ML.Gan().EvaluateTabular(real, synthetic);

        Assert.AreEqual(0, metrics.ColumnShapes!.Value, 1e-12);
        Assert.AreEqual(0, metrics.ColumnPairTrends!.Value, 1e-12);
        Assert.AreEqual(1, metrics.DetectionAuc!.Value, 1e-3);
        Assert.AreEqual(1, metrics.RangeViolation);
        Assert.AreEqual(1, metrics.BadCategory);
        Assert.AreEqual(0, metrics.CategoryCoverage);
        Assert.AreEqual(0, metrics.CopyRate);
    }

    [TestMethod]
    public void EvaluateTabular_RowsOfTheSameDistribution_AreNotDetected()
    {
        var metrics = ML.Gan().EvaluateTabular(MixedTable.Real, MixedTable.Test);

        Assert.AreEqual(0.5, metrics.DetectionAuc!.Value, 0.1);
        Assert.IsNull(metrics.RealUtility);
        Assert.IsNull(metrics.SyntheticUtility);
        Assert.IsNull(metrics.CloserToTrain);
    }

    [TestMethod]
    public void EvaluateTabular_AnyContextsSeed_GivesTheSameFigures()
    {
        var (first, second) = (Measure(new MLContext(seed: 1)), Measure(new MLContext(seed: 2)));

        Assert.AreEqual(first.DetectionAuc, second.DetectionAuc);
        Assert.AreEqual(first.SyntheticUtility, second.SyntheticUtility);
        Assert.AreEqual(first.CloserToTrain, second.CloserToTrain);
        Assert.AreEqual(first.Ceiling, second.Ceiling);

        static TabularGanMetrics Measure(MLContext mlContext) =>
            mlContext.Gan().EvaluateTabular(MixedTable.Real, MixedTable.Synthetic, MixedTable.Test, "label");
    }

    [TestMethod]
    public void Utility_LabelOfTwoClasses_FollowsWhatTheRowsTeach()
    {
        var metrics = Evaluate(row => row.X > 0 ? "yes" : "no");

        Assert.IsGreaterThan(0.95, metrics.RealUtility!.AreaUnderRocCurve!.Value);
        Assert.IsGreaterThan(0.9, metrics.RealUtility.MinorityF1Score!.Value);
        Assert.IsLessThan(0.6, metrics.SyntheticUtility!.AreaUnderRocCurve!.Value);
        Assert.IsNull(metrics.RealUtility.RSquared);
    }

    [TestMethod]
    public void Utility_LabelOfFiveClasses_FollowsWhatTheRowsTeach()
    {
        var metrics = Evaluate(row => $"class {Math.Clamp((int)(row.X + 3), 0, 4)}");

        Assert.IsGreaterThan(0.9, metrics.RealUtility!.Accuracy!.Value);
        Assert.IsGreaterThan(0.9, metrics.RealUtility.AreaUnderRocCurve!.Value);
        Assert.IsLessThan(0.6, metrics.SyntheticUtility!.AreaUnderRocCurve!.Value);
    }

    [TestMethod]
    public void Utility_LabelOfNumbers_IsARegression()
    {
        var metrics = Evaluate(row => row.X * row.X);

        Assert.IsGreaterThan(0.9, metrics.RealUtility!.RSquared!.Value);
        Assert.IsLessThan(0.2, metrics.SyntheticUtility!.RSquared!.Value);
        Assert.IsLessThan(metrics.SyntheticUtility.MeanAbsoluteError!.Value, metrics.RealUtility.MeanAbsoluteError!.Value);
        Assert.IsNull(metrics.RealUtility.Accuracy);
    }

    [TestMethod]
    public void Utility_SyntheticLabelsOfOneClass_PredictThatClass()
    {
        var real = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new { X = (float)i, Label = i < 25 ? "rare" : "common" }));
        var synthetic = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 50).Select(i => new { X = (float)i, Label = "common" }));

        var utility = ML.Gan().EvaluateTabular(real, synthetic, real, "Label").SyntheticUtility!;

        Assert.AreEqual(0.75, utility.Accuracy!.Value, 1e-12);
        Assert.AreEqual(0.5, utility.AreaUnderRocCurve!.Value, 1e-12);
        Assert.AreEqual(0, utility.MinorityF1Score);
    }

    [TestMethod]
    public void Utility_SyntheticTableWithoutLabels_IsNotMeasured()
    {
        var real = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new { X = (float)i, Label = i % 2 == 0 ? "a" : "b" }));
        var synthetic = ML.Data.LoadFromEnumerable(new[] { new { X = 1f, Label = "" }, new { X = 2f, Label = "unheard of" } });

        Assert.IsNull(ML.Gan().EvaluateTabular(real, synthetic, real, "Label").SyntheticUtility);
    }

    [TestMethod]
    public void Utility_ColumnsThatTeachNothing_IsThatOfGuessing()
    {
        var rows = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i => new { X = 1f, Label = i % 4 == 0 ? "rare" : "common" }));

        var metrics = ML.Gan().EvaluateTabular(rows, rows, rows, "Label");

        Assert.AreEqual(0.5, metrics.SyntheticUtility!.AreaUnderRocCurve!.Value, 1e-12);
        Assert.AreEqual(0.75, metrics.SyntheticUtility.Accuracy!.Value, 1e-12);
        Assert.AreEqual(0.5, metrics.DetectionAuc!.Value, 0.1);
    }

    [TestMethod]
    public void EvaluateTabular_NoColumnBesideTheLabel_HasNoUtility()
    {
        var rows = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i => new { Label = i % 4 == 0 ? "rare" : "common" }));

        Assert.IsNull(ML.Gan().EvaluateTabular(rows, rows, rows, "Label").SyntheticUtility);
    }

    [TestMethod]
    public void SaveHtml_LastDayAndGreatestNumbers_AreShown()
    {
        var rows = ML.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(i => new
        {
            Until = i % 4 == 0 ? DateTime.MaxValue : new DateTime(2024, 1, 1).AddDays(i),
            Number = (i % 2 == 0 ? 1 : -1) * (double.MaxValue - i * 1e300),
        }).ToList());
        var path = Path.GetTempFileName();

        ML.Gan().EvaluateTabular(rows, rows).SaveHtml(path);

        Assert.Contains("9999-12-31", File.ReadAllText(path));
        File.Delete(path);
    }

    /// <summary>Real rows whose label follows from X, and synthetic ones whose label is that of another row.</summary>
    private static TabularGanMetrics Evaluate<T>(Func<Row, T> label)
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 1_500).Select(i => new Row(4 * random.NextDouble() - 2, $"c{i % 4}")).ToArray();
        var labels = Array.ConvertAll(rows, row => label(row));
        var real = ML.Data.LoadFromEnumerable(rows.Zip(labels, (row, own) => new { row.X, row.C, Label = own }).ToList());
        var synthetic = ML.Data.LoadFromEnumerable(rows.Select(row => new { row.X, row.C, Label = labels[random.Next(labels.Length)] }).ToList());
        return ML.Gan().EvaluateTabular(real, synthetic, labelColumnName: "Label");
    }

    private sealed record Row(double X, string C);
}
