using Gan.Onnx.Graph;
using Gan.Onnx.Tests.Tabular;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx.Tests.Scoring;

/// <summary>Models that ONNX Runtime loads, and that then can't make a row.</summary>
[TestClass]
public sealed class RunFailureTests
{
    private readonly MLContext _mlContext = new();

    [TestMethod]
    public void Load_ModelThatCannotRun_IsRefused()
    {
        var refusal = Assert.ThrowsExactly<InvalidDataException>(() => Load(Lookup(rows: 0)));

        StringAssert.StartsWith(refusal.Message, "The model must run in ONNX Runtime, but it says: ");
    }

    [TestMethod]
    public void Load_ModelThatOnnxRuntimeRefuses_IsRefused()
    {
        var model = Gan.Onnx.Graph.Protos.ModelProto.Parser.ParseFrom(TestModels.Linear(2));
        model.Graph.Node[0].OpType = "NoSuchOperator";

        var refusal = Assert.ThrowsExactly<InvalidDataException>(() => Load(Google.Protobuf.MessageExtensions.ToByteArray(model)));

        StringAssert.StartsWith(refusal.Message, "The model must load in ONNX Runtime, but it says: ");
    }

    [TestMethod]
    public void Load_ModelThatNoDeviceLoads_IsNotTheFaultOfTheGpu()
    {
        var model = Gan.Onnx.Graph.Protos.ModelProto.Parser.ParseFrom(TestModels.Linear(2));
        model.Graph.Node[0].OpType = "NoSuchOperator";
        var file = new MemoryStream(Google.Protobuf.MessageExtensions.ToByteArray(model));

        var refusal = Assert.ThrowsExactly<InvalidDataException>(
            () => new MLContext { GpuDeviceId = 31, FallbackToCpu = false }.Gan().LoadGenerator(file));

        StringAssert.StartsWith(refusal.Message, "The model must load in ONNX Runtime, but it says: ");
    }

    [TestMethod]
    public void Transform_RowThatTheModelCannotRun_GivesTheSameError()
    {
        using var generator = Load(Lookup(rows: 100));
        var good = _mlContext.Data.LoadFromEnumerable([new TestData.Point { Latent = [0, 0] }]);
        var bad = _mlContext.Data.LoadFromEnumerable([new TestData.Point { Latent = [1e6f, 0] }]);

        Assert.HasCount(1, generator.Transform(good).Vectors("Sample"));
        var batches = Assert.ThrowsExactly<InvalidDataException>(() => generator.Transform(bad).Vectors("Sample"));
        using var engine = _mlContext.Model.CreatePredictionEngine<TestData.Point, Made>(generator);
        var single = Assert.ThrowsExactly<InvalidDataException>(() => engine.Predict(new() { Latent = [1e6f, 0] }));

        StringAssert.StartsWith(batches.Message, "The model must run in ONNX Runtime, but it says: ");
        StringAssert.StartsWith(single.Message, "The model must run in ONNX Runtime, but it says: ");
    }

    [TestMethod]
    [DataRow("DateTime", -1)]
    [DataRow("DateTime", long.MaxValue)]
    [DataRow("DateTimeOffset", long.MinValue)]
    public void Load_TicksBeyondAllDates_IsRefused(string type, long ticks)
    {
        var graph = new TableGraph(1).Whole("Born", Enum.Parse<TabularValueType>(type), false, ("a", ticks), ("b", ticks));

        Assert.AreEqual(
            $"The model must make cells of type {type} for column 'Born', but made {ticks}, which is out of range. Copy or download the file again.",
            Assert.ThrowsExactly<InvalidDataException>(() => TableGraphs.Load(graph)).Message);
    }

    [TestMethod]
    public void Load_KeyBeyondItsCount_IsRefused()
    {
        var graph = new TableGraph(1).Keys("Grade", TabularValueType.KeyUInt64, 9, [], false, ("a", -1), ("b", 10));

        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => TableGraphs.Load(graph)).Message, "for column 'Grade', but made 1");
    }

    [TestMethod]
    public void Read_AfterDispose_NamesTheGeneratorAndSaysWhy()
    {
        var vectors = Load(TestModels.Linear(2));
        var table = TableGraphs.Load(TableGraphs.EveryType());
        var (samples, rows) = (vectors.Sample(3), table.Sample(3));
        vectors.Dispose();
        table.Dispose();

        var ofVectors = Assert.ThrowsExactly<ObjectDisposedException>(() => samples.Vectors("Sample"));
        var ofTable = Assert.ThrowsExactly<ObjectDisposedException>(() => rows.Column("Job"));

        Assert.AreEqual("Gan.Onnx.GeneratorTransformer", ofVectors.ObjectName);
        Assert.AreEqual("Gan.Onnx.TabularGenerator", ofTable.ObjectName);
        StringAssert.StartsWith(
            ofTable.Message,
            "A TabularGenerator must be there while its rows are read, since they are computed as they are read. Dispose of it afterwards.");
    }

    [TestMethod]
    public async Task Dispose_WhileOtherThreadsRead_EndsTheirReading()
    {
        for (var time = 0; time < 5; time++)
        {
            var table = TableGraphs.Load(TableGraphs.EveryType());
            using var isReading = new CountdownEvent(3);
            var readers = Enumerable.Range(0, 3).Select(seed => Task.Run(() => ReadWithoutEnd(table.Sample(int.MaxValue, seed), isReading))).ToList();

            isReading.Wait();
            table.Dispose();

            foreach (var reader in readers)
                Assert.AreEqual("Gan.Onnx.TabularGenerator", (await Assert.ThrowsExactlyAsync<ObjectDisposedException>(() => reader)).ObjectName);
        }
    }

    private static void ReadWithoutEnd(IDataView rows, CountdownEvent isReading)
    {
        using var cursor = rows.GetRowCursor(rows.Schema);
        var getter = cursor.GetGetter<ReadOnlyMemory<char>>(rows.Schema["Job"]);
        ReadOnlyMemory<char> cell = default;
        while (cursor.MoveNext())
        {
            getter(ref cell);
            if (cursor.Position == 0) isReading.Signal();
        }
    }

    /// <summary>Sample = the row of a table that 50 + z₀ is the number of; ONNX Runtime refuses numbers of no row.</summary>
    private static byte[] Lookup(int rows)
    {
        var graph = new OnnxGraphBuilder();
        var latent = graph.Input("Latent", OnnxElementType.Single, [2]);
        var index = graph.Cast(graph.Plus(graph.Columns(latent, 0, 1), graph.Constant([50f])), OnnxElementType.Int64);
        graph.Output("Sample", graph.Gather(graph.Constant(new float[2 * rows], rows, 2), index));
        return graph.ToModel(TestModels.Manifest(2, [2]).ToMetadata());
    }

    private GeneratorTransformer Load(byte[] model) => _mlContext.Gan().LoadGenerator(new MemoryStream(model));

    private sealed class Made
    {
        [VectorType(2)]
        public float[] Sample { get; set; } = [];
    }
}
