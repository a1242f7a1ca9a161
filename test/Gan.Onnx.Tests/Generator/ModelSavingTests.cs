using Gan.Testing;
using Microsoft.ML;

namespace Gan.Onnx.Tests.Generator;

[TestClass]
public sealed class ModelSavingTests
{
    [TestMethod]
    [DataRow("Latent", "Sample")]
    [DataRow("Sample", "Latent")]
    [DataRow("x", "x")]
    [DataRow("the latent vector", "Größe 标本/:1")]
    [DataRow("Latent", "Sample.output")]
    [DataRow("a.output", "b.output.output")]
    [DataRow("Gemm_3", "constant_1")]
    public void Save_AnyColumnNames_LoadsAsStockModelWithSameTypesAndValues(string latent, string sample)
    {
        var mlContext = new MLContext();
        using var generator = mlContext.Gan().LoadGenerator(new MemoryStream(TestModels.Linear(["p", "q", "r", "s"], 1, 2, 2)), latent, sample);
        var latents = mlContext.Gan().Latents(100, 2, latentColumnName: latent);

        var ours = generator.Transform(latents);
        var stock = TestData.SaveAndLoad(generator, latents.Schema).Transform(latents);

        Assert.AreEqual(ours.Schema[sample].Type, stock.Schema[sample].Type);
        CollectionAssert.AreEqual(new[] { "p", "q", "r", "s" }, TextAnnotations.Read(stock.Schema[sample].Annotations, "SlotNames")?.ToArray());
        CollectionAssert.AreEquivalent(
            ours.Schema.Where(column => !column.IsHidden).Select(column => column.Name).ToArray(),
            stock.Schema.Where(column => !column.IsHidden).Select(column => column.Name).ToArray());
        TestData.AreSame(ours.Vectors(sample), stock.Vectors(sample));
    }

    [TestMethod]
    public void Save_Conditional_LoadsAsStockModelWithTheSameValues()
    {
        var mlContext = new MLContext();
        using var generator = mlContext.Gan().LoadGenerator(new MemoryStream(TestModels.Conditional()));
        var data = generator.Sample(100);
        var input = mlContext.Transforms.DropColumns("Sample").Fit(data).Transform(data);

        TestData.AreSame(data.Vectors("Sample"), TestData.SaveAndLoad(generator, input.Schema).Transform(input).Vectors("Sample"));
    }

    [TestMethod]
    public void Fit_InsideAChain_SavesAndLoadsWithTheChain()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["generator.onnx"], TestModels.Linear(2));
        var mlContext = new MLContext();
        var rows = mlContext.Data.LoadFromEnumerable(Enumerable.Range(0, 30).Select(i => new Pair { A = i, B = -2 * i }));
        var pipeline = mlContext.Transforms.Concatenate("Latent", "A", "B")
            .Append(mlContext.Gan().Generator(folder["generator.onnx"]))
            .Append(mlContext.Transforms.NormalizeMinMax("Scaled", "Sample"));

        var model = pipeline.Fit(rows);
        var loaded = TestData.SaveAndLoad(model, rows.Schema);

        CollectionAssert.AreEqual(new[] { -19f * 7, -38 * 7 }, model.Transform(rows).Vectors("Sample")[7]);
        TestData.AreSame(model.Transform(rows).Vectors("Scaled"), loaded.Transform(rows).Vectors("Scaled"));
        using var engine = mlContext.Model.CreatePredictionEngine<Pair, Made>(model);
        CollectionAssert.AreEqual(new[] { 21f, 42 }, engine.Predict(new Pair { A = 1, B = 2 }).Sample);
    }

    [TestMethod]
    public void Estimator_WrongShape_IsRefusedBeforeFit()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["generator.onnx"], TestModels.Linear(2));
        var mlContext = new MLContext();
        var rows = mlContext.Data.LoadFromEnumerable([new Pair()]);

        var missing = mlContext.Transforms.CopyColumns("C", "A").Append(mlContext.Gan().Generator(folder["generator.onnx"], "Z"));
        var scalar = mlContext.Transforms.CopyColumns("Latent", "A").Append(mlContext.Gan().Generator(folder["generator.onnx"]));
        var wide = mlContext.Transforms.Concatenate("Latent", "A", "B", "A").Append(mlContext.Gan().Generator(folder["generator.onnx"]));

        Assert.AreEqual("Could not find latent column 'Z'. The columns are: 'A', 'B', 'C'. (Parameter 'inputSchema')", Refusal(missing));
        Assert.AreEqual(
            "Schema mismatch for latent column 'Latent': expected Vector<Single, 2>, got Single. Make a vector of it with Concatenate. " +
            "(Parameter 'inputSchema')", Refusal(scalar));
        Assert.AreEqual(
            "Schema mismatch for latent column 'Latent': expected Vector<Single, 2>, got Vector<Single, 3>. (Parameter 'inputSchema')",
            Refusal(wide));

        string Refusal(IEstimator<ITransformer> pipeline) => Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => pipeline.Fit(rows)).Message;
    }

    [TestMethod]
    public void Save_OfAModel_LeavesNoTemporaryFiles()
    {
        using var folder = new TemporaryFolder();
        var mlContext = new MLContext { TempFilePath = folder.Path };
        using var generator = mlContext.Gan().LoadGenerator(new MemoryStream(TestModels.Linear(2)));

        mlContext.Model.Save(generator, mlContext.Gan().Latents(1, 2).Schema, folder["model.zip"]);

        CollectionAssert.AreEqual(new[] { "model.zip" }, folder.FileNames);
    }

    [TestMethod]
    public void Save_ThatFails_LeavesNoTemporaryFiles()
    {
        using var folder = new TemporaryFolder();
        var mlContext = new MLContext { TempFilePath = folder.Path };
        var damaged = Gan.Onnx.Graph.Protos.ModelProto.Parser.ParseFrom(TestModels.Linear(2));
        damaged.Graph.Node[0].OpType = "NoSuchOperator";
        using var generator = mlContext.Gan().LoadGenerator(new MemoryStream(Google.Protobuf.MessageExtensions.ToByteArray(damaged)));
        using var zip = new MemoryStream();

        var failure = Assert.Throws<Exception>(() => mlContext.Model.Save(generator, mlContext.Gan().Latents(1, 2).Schema, zip));

        StringAssert.Contains(failure.Message, "NoSuchOperator");
        Assert.IsEmpty(folder.FileNames);
    }

    private sealed class Pair
    {
        public float A { get; set; }

        public float B { get; set; }
    }

    private sealed class Made
    {
        public float[] Sample { get; set; } = [];
    }
}
