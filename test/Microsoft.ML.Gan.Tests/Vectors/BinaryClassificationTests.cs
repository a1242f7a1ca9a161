using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Vectors;

/// <summary>The discriminator among ML.NET's own evaluators of binary classifiers, which look for PredictedLabel, Score and Probability.</summary>
[TestClass]
public sealed class BinaryClassificationTests
{
    private static readonly MLContext MLContext = new(seed: 1);

    private static readonly IDataView Rows = MLContext.Data.LoadFromEnumerable(
        TestRows.Clusters(120).GetColumn<float[]>("Features").Select((point, row) => new Point { Features = point, IsReal = row % 3 > 0 }).ToList());

    [TestMethod]
    public void Evaluate_ScoredRows_CountsWhatTheLabelsSay()
    {
        using var gan = MLContext.Gan().Train(Rows, TestRows.Quick(rounds: 30));
        var scored = gan.Transform(Rows);

        var metrics = MLContext.BinaryClassification.Evaluate(scored, nameof(Point.IsReal));

        var right = scored.GetColumn<bool>("PredictedLabel").Zip(scored.GetColumn<bool>(nameof(Point.IsReal)))
            .Count(pair => pair.First == pair.Second);
        Assert.AreEqual(right / 120.0, metrics.Accuracy, 1e-9);
        CollectionAssert.AreEqual(
            scored.GetColumn<float>("Probability").Select(probability => probability > 0.5f).ToArray(),
            scored.GetColumn<bool>("PredictedLabel").ToArray());
    }

    [TestMethod]
    public void CrossValidate_Trainer_EvaluatesEachFold()
    {
        var folds = MLContext.BinaryClassification.CrossValidate(
            Rows, MLContext.Transforms.NormalizeMinMax("Features").Append(MLContext.Gan().Train(TestRows.Quick(rounds: 3))), 2, nameof(Point.IsReal));

        Assert.HasCount(2, folds);
        foreach (var fold in folds) Assert.IsTrue(fold.Metrics.Accuracy is >= 0 and <= 1);
    }

    [TestMethod]
    public void Transform_OtherColumnNames_AreUsedAndSaved()
    {
        var options = TestRows.Quick(rounds: 3) with { ScoreColumnName = "Logit", ProbabilityColumnName = "P", PredictedLabelColumnName = "Real" };
        using var gan = MLContext.Gan().Train(Rows, options);
        using var file = new MemoryStream();
        MLContext.Model.Save(gan, Rows.Schema, file);
        file.Position = 0;

        var expected = gan.Transform(Rows).GetColumn<bool>("Real").ToArray();
        var loaded = new MLContext().Model.Load(file, out _).Transform(Rows).GetColumn<bool[]>("Real").Select(real => real.Single()).ToArray();

        CollectionAssert.AreEqual(expected, loaded);
    }

    [TestMethod]
    public void Save_ModelWithoutItsGenerator_IsWarnedOf()
    {
        var log = new WarningLog();
        using var gan = log.MLContext.Gan().Train(Rows, TestRows.Quick(rounds: 1));
        var path = Path.GetTempFileName();

        log.MLContext.Model.Save(gan, Rows.Schema, Stream.Null);
        gan.SaveGenerator(path);
        log.MLContext.Model.Save(gan, Rows.Schema, Stream.Null);
        File.Delete(path);

        CollectionAssert.AreEqual(
            new[] { "The saved model has the discriminator alone, and not the generator. Save that too, by SaveGenerator." }, log.Warnings);
    }

    private sealed class Point
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [];

        public bool IsReal { get; set; }
    }
}
