using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Vectors;

[TestClass]
public sealed class GanTransformerTests
{
    private static readonly MLContext MLContext = TestRows.MLContext;

    [TestMethod]
    public void Fit_InAChainAfterConcatenateAndNormalizer_ScoresSavesAndLoads()
    {
        var rows = MLContext.Data.LoadFromEnumerable(
            Enumerable.Range(0, 200).Select(row => new Person { Age = 20 + row % 50, Income = 1000 * (row % 7) }).ToList());
        var pipeline = MLContext.Transforms.Concatenate("Features", nameof(Person.Age), nameof(Person.Income))
            .Append(MLContext.Transforms.NormalizeMinMax("Features"))
            .Append(MLContext.Gan().Train(TestRows.Quick()));
        var path = Path.GetTempFileName();

        var model = pipeline.Fit(rows);
        MLContext.Model.Save(model, rows.Schema, path);
        var loaded = new MLContext().Model.Load(path, out _);
        File.Delete(path);

        var scored = model.Transform(rows);
        var scores = scored.GetColumn<float>("Score").ToArray();
        var probabilities = scored.GetColumn<float>("Probability").ToArray();
        foreach (var (score, probability) in scores.Zip(probabilities)) Assert.AreEqual(1 / (1 + Math.Exp(-score)), probability, 1e-6);
        Assert.IsTrue(scores.Distinct().Count() > 100, "Rows are judged by their values.");
        CollectionAssert.AreEqual(scores, loaded.Transform(rows).GetColumn<float>("Score").ToArray());
        var predicted = scored.GetColumn<bool>("PredictedLabel").ToArray();
        CollectionAssert.AreEqual(scores.Select(score => score > 0).ToArray(), predicted);
        CollectionAssert.AreEqual(predicted, loaded.Transform(rows).GetColumn<bool>("PredictedLabel").ToArray());
        using var engine = MLContext.Model.CreatePredictionEngine<Person, TestRows.Judgement>(model);
        Assert.AreEqual(scores[3], engine.Predict(new Person { Age = 23, Income = 3000 }).Score);
        model.LastTransformer.Dispose();
    }

    [TestMethod]
    public void GetOutputSchema_OfEstimatorAndTransformer_AddThreeColumns()
    {
        var trainer = MLContext.Gan().Train(TestRows.Quick(label: "Label"));
        using var gan = trainer.Fit(TestRows.Clusters());

        var announced = trainer.GetOutputSchema(TestRows.ShapeOf(TestRows.Clusters()));
        var given = gan.GetOutputSchema(TestRows.Clusters().Schema);

        Assert.AreEqual(BooleanDataViewType.Instance, announced.Single(column => column.Name == "PredictedLabel").ItemType);
        Assert.AreEqual(BooleanDataViewType.Instance, given["PredictedLabel"].Type);
        foreach (var name in new[] { "Score", "Probability" })
        {
            Assert.AreEqual(NumberDataViewType.Single, announced.Single(column => column.Name == name).ItemType);
            Assert.AreEqual(SchemaShape.Column.VectorKind.Scalar, announced.Single(column => column.Name == name).Kind);
            Assert.AreEqual(NumberDataViewType.Single, given[name].Type);
        }
    }

    [TestMethod]
    public void Fit_InAChainOnAWrongColumn_IsASchemaMismatch()
    {
        var trainer = MLContext.Gan().Train(new GanTrainer.Options { FeatureColumnName = "Class" });

        var failure = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => trainer.GetOutputSchema(TestRows.ShapeOf(TestRows.Clusters())));

        StringAssert.StartsWith(failure.Message, "Schema mismatch for feature column 'Class': expected Vector<Single>, got String.");
    }

    [TestMethod]
    public void Transform_ConditionalDiscriminator_JudgesRowsByTheirClass()
    {
        using var gan = MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(label: "Label", rounds: 300));
        var right = TestRows.Clusters();
        var swapped = TestRows.Clusters(swapClasses: true);

        var gap = gan.Transform(right).GetColumn<float>("Score").Average() - gan.Transform(swapped).GetColumn<float>("Score").Average();

        Assert.IsTrue(gap > 0.03, $"Rows with their own class look more real; the difference was {gap}.");
    }

    [TestMethod]
    public void Transform_ManyThreads_GivesTheSameScores()
    {
        using var gan = MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick());
        var expected = gan.Transform(TestRows.Clusters()).GetColumn<float>("Score").ToArray();

        var all = Enumerable.Range(0, 8).AsParallel()
            .WithDegreeOfParallelism(4).Select(_ => gan.Transform(TestRows.Clusters()).GetColumn<float>("Score").ToArray()).ToList();

        foreach (var scores in all) CollectionAssert.AreEqual(expected, scores);
    }

    [TestMethod]
    public void LoadGenerator_OfASavedOne_MakesTheSameSamples()
    {
        using var gan = MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick(label: "Label"));
        var path = Path.GetTempFileName();
        gan.SaveGenerator(path);

        using var loaded = new MLContext().Gan().LoadGenerator(path);
        File.Delete(path);

        CollectionAssert.AreEqual(Values(gan.Generator.Sample(50, seed: 4)), Values(loaded.Sample(50, seed: 4)));
        CollectionAssert.AreNotEqual(Values(gan.Generator.Sample(50, seed: 4)), Values(gan.Generator.Sample(50, seed: 5)));
    }

    [TestMethod]
    public void LoadGenerator_OfADiscriminator_IsRefused()
    {
        using var gan = MLContext.Gan().Train(TestRows.Clusters(), TestRows.Quick());
        var path = Path.GetTempFileName();
        gan.SaveDiscriminator(path);

        var failure = Assert.ThrowsExactly<InvalidDataException>(() => MLContext.Gan().LoadGenerator(path));
        File.Delete(path);

        Assert.AreEqual("The model file must be of a generator, but is of a discriminator.", failure.Message);
    }

    private static float[] Values(IDataView samples) => [.. samples.GetColumn<float[]>("Sample").SelectMany(sample => sample)];

    private sealed class Person
    {
        public float Age { get; set; }

        public float Income { get; set; }
    }
}
