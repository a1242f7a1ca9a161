using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tests;

[TestClass]
public sealed class ReferenceScoresTests
{
    private const double Tolerance = 1e-6;

    private static TabularGanMetrics Metrics { get; set; } = null!;

    [ClassInitialize]
    public static void Measure(TestContext _) =>
        Metrics = new MLContext(seed: 1).Gan().EvaluateTabular(MixedTable.Real, MixedTable.Synthetic, MixedTable.Test, "label");

    [TestMethod]
    public void EvaluateTabular_MixedTable_HasTheReferencesFigures()
    {
        AssertScore("shapes", Metrics.ColumnShapes);
        AssertScore("pairs", Metrics.ColumnPairTrends);
        AssertScore("pairs_strong", Metrics.StrongPairTrends);
        AssertScore("copy_rate", Metrics.CopyRate);
        AssertScore("closer_to_train", Metrics.CloserToTrain);
        AssertScore("bad_category", Metrics.BadCategory);
        AssertScore("category_coverage", Metrics.CategoryCoverage);
        AssertScore("range_violation", Metrics.RangeViolation);
        AssertScore("missing_share_gap", Metrics.MissingRateGap);
    }

    [TestMethod]
    public void EvaluateTabular_MixedTable_HasTheReferencesShapeOfEachColumn() =>
        AssertScores("shape_detail", Metrics.Columns.ToDictionary(column => column.Name, column => column.Shape!.Value));

    [TestMethod]
    public void EvaluateTabular_MixedTable_HasTheReferencesTrendOfEachPair() =>
        AssertScores("pair_detail", Metrics.ColumnPairs.ToDictionary(pair => $"{pair.First}|{pair.Second}", pair => pair.Trend));

    private static void AssertScore(string name, double? actual) =>
        Assert.AreEqual(MixedTable.Scores.GetProperty(name).GetDouble(), actual!.Value, Tolerance, name);

    private static void AssertScores(string name, Dictionary<string, double> actual)
    {
        var expected = MixedTable.Scores.GetProperty(name).Deserialize<Dictionary<string, double>>()!;
        CollectionAssert.AreEquivalent(expected.Keys, actual.Keys);
        foreach (var (key, score) in expected) Assert.AreEqual(score, actual[key], Tolerance, key);
    }
}
