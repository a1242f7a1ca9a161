using Gan.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx.Tests.Generator;

[TestClass]
public sealed class GeneratorTransformerTests
{
    private readonly MLContext _mlContext = new();

    [TestMethod]
    public void Load_Generator_SaysWhatTheManifestSays()
    {
        using var generator = Load(TestModels.Linear(1, 2, 2));
        using var conditional = Load(TestModels.Conditional());

        Assert.AreEqual(2, generator.LatentSize);
        Assert.AreEqual(LatentPrior.Normal, generator.Prior);
        CollectionAssert.AreEqual(new[] { 1, 2, 2 }, generator.SampleShape.ToArray());
        Assert.IsEmpty(generator.ClassNames);
        CollectionAssert.AreEqual(TestModels.Digits, conditional.ClassNames.ToArray());
    }

    [TestMethod]
    public void Sample_Unconditional_MapsTheLatentsOfItsSeed()
    {
        using var generator = Load(TestModels.Linear(["a", "b", "c", "d"], 1, 2, 2));

        var data = generator.Sample(300, seed: 4);

        Assert.AreEqual(
            "Latent: Vector<Single, 2>; Sample: Vector<Single, 1, 2, 2>",
            string.Join("; ", data.Schema.Select(column => $"{column.Name}: {column.Type}")));
        var latents = _mlContext.Gan().Latents(300, 2, 4).Vectors("Latent");
        TestData.AreSame(latents, data.Vectors("Latent"));
        foreach (var (z, x) in latents.Zip(data.Vectors("Sample")))
        {
            for (var k = 0; k < 4; k++) Assert.AreEqual((k + 1) * (z[0] + 10 * z[1]), x[k], 1e-4f);
        }
        Assert.AreEqual(300, data.GetRowCount());
        VBuffer<ReadOnlyMemory<char>> names = default;
        data.Schema["Sample"].GetSlotNames(ref names);
        Assert.AreEqual("a b c d", string.Join(" ", names.DenseValues()));
    }

    [TestMethod]
    public void Sample_Conditional_DrawsClassesByTheirFrequencies()
    {
        using var generator = Load(TestModels.Conditional(1, 0, 3));

        var data = generator.Sample(10_000, seed: 2);
        var keys = data.GetColumn<uint>("Label").ToArray();

        Assert.AreEqual(0, keys.Count(key => key == 2));
        Assert.AreEqual(2500, keys.Count(key => key == 1), 217);        // five standard deviations
        CollectionAssert.AreEqual(keys[..10], generator.Sample(10, seed: 2).GetColumn<uint>("Label").ToArray());
        foreach (var ((z, x), key) in data.Vectors("Latent").Zip(data.Vectors("Sample")).Zip(keys)) Assert.AreEqual(z[0] + 100 * key, x[0]);
        Assert.AreEqual("zero one two", string.Join(" ", KeyValues(data.Schema["Label"])));
    }

    [TestMethod]
    public void Sample_OfAClass_MakesThatClassAlone()
    {
        using var generator = Load(TestModels.Conditional());

        var data = generator.Sample(50, "two", seed: 1);

        Assert.IsTrue(data.GetColumn<uint>("Label").All(key => key == 3));
        var latents = _mlContext.Gan().Latents(50, 2, 1).Vectors("Latent");
        TestData.AreSame(latents, [.. data.Vectors("Sample").Select(x => new[] { x[0] - 300, x[1] - 300 })], 1e-4f);
    }

    [TestMethod]
    public void Sample_UnknownClass_ListsTheClasses()
    {
        using var generator = Load(TestModels.Conditional());

        var refusal = Assert.ThrowsExactly<ArgumentException>(() => generator.Sample(1, "nine"));

        Assert.AreEqual("The class must be one of zero, one, two, but was 'nine'. (Parameter 'className')", refusal.Message);
    }

    [TestMethod]
    public void Sample_ClassOfUnconditionalGenerator_IsRefused()
    {
        using var generator = Load(TestModels.Linear(2));

        var refusal = Assert.ThrowsExactly<InvalidOperationException>(() => generator.Sample(1, "two"));

        Assert.AreEqual(
            "The generator must be class-conditional to make samples of class 'two', but was trained without a label column. " +
            "Call Sample(count, seed).",
            refusal.Message);
    }

    [TestMethod]
    public void Sample_NegativeCount_IsRefused()
    {
        using var generator = Load(TestModels.Linear(2));

        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => generator.Sample(-1));
        Assert.IsEmpty(generator.Sample(0).Vectors("Sample"));
    }

    [TestMethod]
    [DataRow(0u, "0 (missing)")]
    [DataRow(4u, "4")]
    public void Transform_KeyOutOfRange_NamesRowColumnAndRange(uint key, string shown)
    {
        using var generator = Load(TestModels.Conditional());
        var data = generator.Transform(Labelled(1, 3, key));

        Assert.AreEqual(
            $"The label column 'Label' must have key values from 1 to 3, but had {shown} in row 3. " +
            "Remove such rows, or map them to a known class.",
            Assert.ThrowsExactly<InvalidOperationException>(() => data.Vectors("Sample")).Message);
    }

    [TestMethod]
    public void Transform_KeysOfOtherClasses_IsRefused()
    {
        using var generator = Load(TestModels.Conditional());
        var rows = _mlContext.Data.LoadFromEnumerable(new[] { "two", "one", "zero" }.Select(name => new Named { Label = name }));
        var data = _mlContext.Transforms.Conversion.MapValueToKey("Label").Fit(rows).Transform(rows);

        Assert.AreEqual(
            "Schema mismatch for label column 'Label': expected keys for zero, one, two, in this order, got keys for two, one, zero. " +
            "(Parameter 'inputSchema')",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => generator.Transform(data)).Message);
    }

    [TestMethod]
    public void Transform_WrongSchema_SaysWhatIsExpected()
    {
        using var generator = Load(TestModels.Linear(1), "Z");
        using var conditional = Load(TestModels.Conditional());

        Assert.AreEqual(
            "Could not find latent column 'Z'. The columns are: 'Latent'. (Parameter 'inputSchema')", Refusal(generator, new { Latent = 1f }));
        Assert.AreEqual(
            "Schema mismatch for latent column 'Z': expected Vector<Single, 2>, got String. Make numbers of it, for example with " +
            "OneHotEncoding or FeaturizeText. (Parameter 'inputSchema')",
            Refusal(generator, new { Z = "text" }));
        Assert.AreEqual(
            "Could not find label column 'Label'. The columns are: 'Latent', 'Name'. (Parameter 'inputSchema')", Refusal(
                conditional, new TestData.Point()));

        string Refusal<TRow>(GeneratorTransformer transformer, TRow row)
            where TRow : class =>
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => transformer.Transform(_mlContext.Data.LoadFromEnumerable([row]))).Message;
    }

    [TestMethod]
    public void Transform_VectorsOfUnknownSize_ReadsThoseThatFit()
    {
        using var generator = Load(TestModels.Linear(1), "Z");
        IDataView Samples(params float[][] latents) =>
            generator.Transform(_mlContext.Data.LoadFromEnumerable(latents.Select(latent => new { Z = latent })));

        Assert.HasCount(2, Samples([1, 2], [3, 4]).GetColumn<float[]>("Sample").ToList());
        var failure = Assert.ThrowsExactly<InvalidOperationException>(() => Samples([1, 2], [3]).GetColumn<float[]>("Sample").ToList());
        Assert.Contains("'Z'", failure.Message);
    }

    [TestMethod]
    public void PredictionEngine_RowByRow_EqualsTheBatch()
    {
        using var generator = Load(TestModels.Network());
        using var engine = _mlContext.Model.CreatePredictionEngine<NetworkLatent, NetworkSample>(generator);

        var data = generator.Sample(20);

        TestData.AreSame(data.Vectors("Sample"), [.. data.Vectors("Latent").Select(z => engine.Predict(new NetworkLatent { Latent = z }).Sample)]);
    }

    [TestMethod]
    public void Save_ToPathAndStream_WritesTheFileByteForByte()
    {
        using var folder = new TemporaryFolder();
        var model = TestModels.Network();
        using var generator = Load(model);
        using var stream = new MemoryStream();

        generator.Save(folder["generator.onnx"]);
        generator.Save(stream);

        CollectionAssert.AreEqual(model, File.ReadAllBytes(folder["generator.onnx"]));
        CollectionAssert.AreEqual(model, stream.ToArray());
        CollectionAssert.AreEqual(new[] { "generator.onnx" }, folder.FileNames);
        using var again = _mlContext.Gan().LoadGenerator(folder["generator.onnx"]);
        TestData.AreSame(generator.Sample(10).Vectors("Sample"), again.Sample(10).Vectors("Sample"));
    }

    [TestMethod]
    public void Load_LabelAsColumnName_IsRefusedForConditionalGenerators()
    {
        Assert.ThrowsExactly<ArgumentException>(() => Load(TestModels.Conditional(), "Label"));
        Assert.ThrowsExactly<ArgumentException>(() => Load(TestModels.Linear(2), ""));
        using var unconditional = Load(TestModels.Linear(2), "Label");
        Assert.HasCount(1, unconditional.Sample(1).Vectors("Sample"));
    }

    private GeneratorTransformer Load(byte[] model, string latent = "Latent", string sample = "Sample") =>
        _mlContext.Gan().LoadGenerator(new MemoryStream(model), latent, sample);

    private IDataView Labelled(params uint[] keys)
    {
        var definition = SchemaDefinition.Create(typeof(Conditioned));
        definition["Label"].ColumnType = new KeyDataViewType(typeof(uint), 9);
        var rows = keys.Select(key => new Conditioned { Label = unchecked(key - 1) }).ToArray();     // ML.NET adds 1
        return _mlContext.Data.LoadFromEnumerable(rows, definition);
    }

    private static IEnumerable<string> KeyValues(DataViewSchema.Column column) => TextAnnotations.Read(column.Annotations, "KeyValues")!;

    private sealed class Conditioned
    {
        [VectorType(2)]
        public float[] Latent { get; set; } = [0, 0];

        public uint Label { get; set; }
    }

    private sealed class Named
    {
        [VectorType(2)]
        public float[] Latent { get; set; } = [0, 0];

        public string Label { get; set; } = "";
    }

    private sealed class NetworkLatent
    {
        [VectorType(16)]
        public float[] Latent { get; set; } = [];
    }

    private sealed class NetworkSample
    {
        public float[] Sample { get; set; } = [];
    }
}
