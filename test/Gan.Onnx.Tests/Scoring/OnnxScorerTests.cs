using Gan.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms.Onnx;

namespace Gan.Onnx.Tests.Scoring;

[TestClass]
public sealed class OnnxScorerTests
{
    private readonly MLContext _mlContext = new();

    [TestMethod]
    public void Transform_ScalarOutputs_GivesScalarColumns()
    {
        using var scorer = Scorer();

        var data = scorer.Transform(Points());

        Assert.AreEqual(NumberDataViewType.Single, data.Schema["Score"].Type);
        CollectionAssert.AreEqual(new[] { 0f, 3, -3 }, data.GetColumn<float>("Score").ToArray());
        var probabilities = data.GetColumn<float>("Probability").ToArray();
        Assert.AreEqual(0.5f, probabilities[0], 1e-6f);
        Assert.AreEqual(1 / (1 + MathF.Exp(-3)), probabilities[1], 1e-6f);
        Assert.AreEqual(1 / (1 + MathF.Exp(3)), probabilities[2], 1e-6f);
    }

    [TestMethod]
    public void PredictionEngine_ScalarOutputs_GivesBoth()
    {
        using var scorer = Scorer();
        using var engine = _mlContext.Model.CreatePredictionEngine<Features, Scored>(scorer);

        for (var x = -5; x < 5; x++)
        {
            var scored = engine.Predict(new Features { X = [x, 1] });
            Assert.AreEqual(x + 2f, scored.Score);
            Assert.AreEqual(1 / (1 + MathF.Exp(-scored.Score)), scored.Probability, 1e-6f);
        }
    }

    [TestMethod]
    [DataRow("Score", "Probability")]
    [DataRow("Probability", "Score")]
    [DataRow("Score", "Score.output")]
    [DataRow("Score", "Features")]
    public void Save_ScalarOutputs_LoadsAsStockModelWithTheSameTypesAndValues(string score, string probability)
    {
        using var scorer = Scorer(score, probability);
        var data = _mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new Features { X = [MathF.Sin(i), MathF.Exp(i / 9f)] }));

        var ours = scorer.Transform(data);
        var stock = TestData.SaveAndLoad(scorer, data.Schema).Transform(data);

        foreach (var name in new[] { score, probability })
        {
            Assert.AreEqual(NumberDataViewType.Single, stock.Schema[name].Type);
            CollectionAssert.AreEqual(ours.GetColumn<float>(name).ToArray(), stock.GetColumn<float>(name).ToArray());
        }
        CollectionAssert.AreEquivalent(Names(ours), Names(stock));

        static string[] Names(IDataView view) => [.. view.Schema.Where(column => !column.IsHidden).Select(column => column.Name)];
    }

    [TestMethod]
    public void Save_ScalarOutputsWithoutScore_LoadsVectorsOfOneAndLeavesAColumnScoreAlone()
    {
        using var scorer = Scorer("Logits", "P");
        var data = _mlContext.Transforms.CopyColumns("Score", "Features").Fit(Points()).Transform(Points());

        var stock = TestData.SaveAndLoad(scorer, data.Schema).Transform(data);

        CollectionAssert.AreEqual(new[] { 0f, 3, -3 }, stock.Vectors("Logits").Select(logits => logits.Single()).ToArray());
        TestData.AreSame(data.Vectors("Score"), stock.Vectors("Score"));
    }

    [TestMethod]
    public void Constructor_SameOutputNameTwice_IsRefused() => Assert.AreEqual(
        "The output columns must have different names, but 'Score' is used 2 times.",
        Assert.ThrowsExactly<ArgumentException>(() => Scorer("Score", "Score")).Message);

    [TestMethod]
    public void Constructor_EmptyName_IsRefused() => Assert.AreEqual(
        "The name of the column for 'logits' must not be empty.",
        Assert.ThrowsExactly<ArgumentException>(() => Scorer(" ", "Probability")).Message);

    [TestMethod]
    public void Transform_AfterDispose_IsRefused()
    {
        var scorer = Scorer();
        var data = scorer.Transform(Points());
        scorer.Dispose();

        Assert.ThrowsExactly<ObjectDisposedException>(() => data.GetColumn<float>("Score").ToArray());
    }

    [TestMethod]
    public void Transform_DamagedWeights_SaysWhatOnnxRuntimeSays()
    {
        var model = Gan.Onnx.Graph.Protos.ModelProto.Parser.ParseFrom(TestModels.Scores());
        model.Graph.Node[0].OpType = "NoSuchOperator";
        using var scorer = Scorer(model: Google.Protobuf.MessageExtensions.ToByteArray(model));

        var refusal = Assert.ThrowsExactly<InvalidDataException>(() => scorer.Transform(Points()).GetColumn<float>("Score").ToArray());

        StringAssert.StartsWith(refusal.Message, "The model must load in ONNX Runtime, but it says: ");
        StringAssert.Contains(refusal.Message, "NoSuchOperator");
    }

    [TestMethod]
    public void Transform_SessionOptionsOfTheContext_ReachOnnxRuntime()
    {
        using var folder = new TemporaryFolder();
        var mlContext = new MLContext();
        mlContext.SetOnnxSessionOption(new OnnxSessionOptions { OptimizedModelFilePath = folder["optimized.onnx"], IntraOpNumThreads = 1 });
        using var scorer = Scorer(mlContext: mlContext);

        CollectionAssert.AreEqual(new[] { 0f, 3, -3 }, scorer.Transform(Points()).GetColumn<float>("Score").ToArray());

        CollectionAssert.AreEqual(new[] { "optimized.onnx" }, folder.FileNames);
    }

    [TestMethod]
    public void Transform_SessionOptionsMadeByTheCaller_AreUsedAndStayTheCallers()
    {
        using var folder = new TemporaryFolder();
        using var made = new SessionOptions { OptimizedModelFilePath = folder["optimized.onnx"] };
        var mlContext = new MLContext();
        mlContext.SetOnnxSessionOption(new OnnxSessionOptions { CreateSessionOptions = () => made });
        using var scorer = Scorer(mlContext: mlContext);

        CollectionAssert.AreEqual(new[] { 0f, 3, -3 }, scorer.Transform(Points()).GetColumn<float>("Score").ToArray());

        CollectionAssert.AreEqual(new[] { "optimized.onnx" }, folder.FileNames);
        Assert.IsFalse(made.IsClosed);
    }

    [TestMethod]
    public void Transform_GpuThatIsNotThere_FallsBackToTheCpuOnlyWhenToldTo()
    {
        var data = Points();
        var context = new MLContext { GpuDeviceId = 31, FallbackToCpu = true };
        var warnings = new List<string>();
        context.Log += (_, line) =>
        {
            if (line.Kind == ChannelMessageKind.Warning) warnings.Add(line.RawMessage);
        };
        using var lenient = Scorer(mlContext: context);
        using var strict = Scorer(mlContext: new MLContext { GpuDeviceId = 31, FallbackToCpu = false });

        CollectionAssert.AreEqual(new[] { 0f, 3, -3 }, lenient.Transform(data).GetColumn<float>("Score").ToArray());
        Assert.IsNotEmpty(warnings);
        StringAssert.StartsWith(warnings[0], "GPU 31 can't be used by ONNX Runtime, so the CPU is: ");
        var refusal = Assert.ThrowsExactly<InvalidOperationException>(() => strict.Transform(data).GetColumn<float>("Score").ToArray());
        StringAssert.StartsWith(refusal.Message, "GPU 31 must be usable by ONNX Runtime, but it says: ");
    }

    [TestMethod]
    public void GetOutputSchema_OfShapes_AnnouncesWhatTransformGives()
    {
        using var scorer = Scorer();
        var input = _mlContext.Transforms.CopyColumns("Features", "Features").GetOutputSchema(
            new SchemaShape([ColumnShape.Of(_mlContext, "Features", new VectorDataViewType(NumberDataViewType.Single, 2))]));

        var shape = scorer.GetOutputSchema(input);

        Assert.AreEqual(
            "Features Vector Single, Score Scalar Single, Probability Scalar Single",
            string.Join(", ", shape.Select(column => $"{column.Name} {column.Kind} {column.ItemType}")));
    }

    [TestMethod]
    public void Of_KeyOrAnnotatedVector_KeepsKindAndAnnotations()
    {
        var key = ColumnShape.Of(_mlContext, "k", new KeyDataViewType(typeof(uint), 3), TextAnnotations.KeyValues(["a", "b", "c"]));
        var vector = ColumnShape.Of(_mlContext, "v", new VectorDataViewType(NumberDataViewType.Single, 1, 2), TextAnnotations.SlotNames(["a", "b"]));

        Assert.IsTrue(key.IsKey);
        Assert.AreEqual("KeyValues", key.Annotations.Single().Name);
        Assert.AreEqual(SchemaShape.Column.VectorKind.Vector, vector.Kind);
        Assert.AreEqual("SlotNames", vector.Annotations.Single().Name);
    }

    private OnnxScorer Scorer(string score = "Score", string probability = "Probability", byte[]? model = null, MLContext? mlContext = null) => new(
        mlContext ?? _mlContext,
        typeof(OnnxScorer),
        model ?? TestModels.Scores(),
        [new("x", "Features", new VectorDataViewType(NumberDataViewType.Single, 2), "feature")],
        [new("logits", score, NumberDataViewType.Single), new("probability", probability, NumberDataViewType.Single)]);

    private IDataView Points() => _mlContext.Data.LoadFromEnumerable(new[]
    {
        new Features { X = [0, 0] }, new Features { X = [1, 1] }, new Features { X = [1, -2] },
    });

    private sealed class Features
    {
        [ColumnName("Features")]
        [VectorType(2)]
        public float[] X { get; set; } = [];
    }

    private sealed class Scored
    {
        public float Score { get; set; }

        public float Probability { get; set; }
    }
}
