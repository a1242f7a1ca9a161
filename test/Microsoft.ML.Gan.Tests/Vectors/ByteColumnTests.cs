using Gan.Onnx;
using Gan.Testing;
using Microsoft.ML.Data;

namespace Microsoft.ML.Gan.Tests.Vectors;

/// <summary>Columns of bytes: as those of floating-point numbers, in all that comes out.</summary>
[TestClass]
public sealed class ByteColumnTests
{
    private static readonly MLContext MLContext = TestRows.MLContext;
    private static readonly IDataView Bytes = TestRows.ByteImages(64, 8);
    private static readonly IDataView Numbers = MLContext.Transforms.Conversion.ConvertType("Features", outputKind: DataKind.Single).Fit(Bytes)
        .Transform(Bytes);

    private static readonly GanTrainer.Options Options = TestRows.Quick(rounds: 4, architecture: GanArchitectures.Dcgan(4, 4)) with
    {
        SampleShape = [1, 8, 8],
    };

    [TestMethod]
    public void Fit_BytesOrTheirNumbers_GivesTheSameNetworksAndScores()
    {
        using var ofBytes = MLContext.Gan().Train(Options).Fit(Bytes);
        using var ofNumbers = MLContext.Gan().Train(Options).Fit(Numbers);

        var scores = Scores(ofBytes.Transform(Bytes));

        CollectionAssert.AreEqual(Samples(ofNumbers.Generator), Samples(ofBytes.Generator));
        CollectionAssert.AreEqual(Scores(ofNumbers.Transform(Numbers)), scores);
        Assert.IsGreaterThan(1, scores.Distinct().Count());
    }

    [TestMethod]
    public void Save_APipelineOfBytes_ScoresThemInMLNetAlone()
    {
        using var folder = new TemporaryFolder();
        using var gan = MLContext.Gan().Train(Bytes, Options);
        MLContext.Model.Save(gan, Bytes.Schema, folder["model.zip"]);

        var loaded = new MLContext().Model.Load(folder["model.zip"], out _);

        var pairs = Scores(gan.Transform(Bytes)).Zip(Scores(loaded.Transform(Bytes)));
        foreach (var (ours, stock) in pairs) Assert.AreEqual(ours, stock, 1e-5);
    }

    [TestMethod]
    public void Transform_SparseBytes_FillsInTheZeros()
    {
        using var gan = MLContext.Gan().Train(Bytes, Options);
        var schema = SchemaDefinition.Create(typeof(Sparse));
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Byte, 64);
        var dense = new VBuffer<byte>(64, [.. Enumerable.Range(0, 64).Select(pixel => (byte)(pixel == 5 ? 9 : 0))]);
        var rows = MLContext.Data.LoadFromEnumerable(
            new[] { new Sparse { Features = dense }, new Sparse { Features = new VBuffer<byte>(64, 1, [9], [5]) } }, schema);

        var scores = Scores(gan.Transform(rows));

        Assert.AreEqual(scores[0], scores[1]);
    }

    [TestMethod]
    public void GetOutputSchema_BytesInAPipeline_IsThatOfNumbers()
    {
        var shape = MLContext.Gan().Train(Options).GetOutputSchema(TestRows.ShapeOf(Bytes));

        Assert.IsTrue(shape.Any(column => column.Name == "Probability"));
    }

    private static float[] Scores(IDataView scored) => [.. scored.GetColumn<float>("Score")];

    private static float[] Samples(GeneratorTransformer generator) =>
        [.. generator.Sample(8).GetColumn<float[]>("Sample").SelectMany(sample => sample)];

    private sealed class Sparse
    {
        public VBuffer<byte> Features { get; set; }
    }
}
