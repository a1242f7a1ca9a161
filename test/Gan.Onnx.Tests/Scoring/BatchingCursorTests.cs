using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx.Tests.Scoring;

[TestClass]
public sealed class BatchingCursorTests
{
    private readonly MLContext _mlContext = new();

    [TestMethod]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(256)]
    [DataRow(1000)]
    public void Transform_AnyNumberOfRows_EqualsOneRawRunBitForBit(int count)
    {
        var model = TestModels.Network();
        var latents = _mlContext.Gan().Latents(count, 16, seed: 3);
        using var session = new InferenceSession(model);
        using var input = OrtValue.CreateTensorValueFromMemory(latents.Vectors("Latent").SelectMany(row => row).ToArray(), [count, 16]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, ["Latent"], [input], ["Sample"]);
        var expected = outputs[0].GetTensorDataAsSpan<float>().ToArray().Chunk(28).ToArray();

        using var generator = Load(model);

        TestData.AreSame(expected, generator.Transform(latents).Vectors("Sample"));
    }

    [TestMethod]
    public void GetRowCursorSet_ReadInParallel_GivesEachRowItsOwnSample()
    {
        using var generator = Load(TestModels.Network());
        var data = generator.Sample(1000, seed: 5);
        var expected = data.Vectors("Sample");

        var rows = data.GetRowCursorSet([data.Schema["Sample"]], 4).AsParallel().WithDegreeOfParallelism(4)
            .SelectMany(cursor => TestData.Read(cursor, "Sample")).OrderBy(row => row.Id.Low).ToList();

        TestData.AreSame(expected, [.. rows.Select(row => row.Values)]);
    }

    [TestMethod]
    public void Transform_ManyThreadsOnOneTransformer_AgreeWithOne()
    {
        using var generator = Load(TestModels.Network());
        var expected = Enumerable.Range(0, 8).Select(seed => generator.Sample(100, seed).Vectors("Sample")).ToArray();
        using var fresh = Load(TestModels.Network());

        var actual = Enumerable.Range(0, 8).AsParallel().AsOrdered().WithDegreeOfParallelism(8)
            .Select(seed => fresh.Sample(100, seed).Vectors("Sample")).ToArray();

        for (var seed = 0; seed < 8; seed++) TestData.AreSame(expected[seed], actual[seed]);
    }

    [TestMethod]
    public void Transform_OtherColumnsAndRowIds_StayWithTheirRows()
    {
        using var generator = Load(TestModels.Linear(1));
        var data = generator.Transform(Points(600));

        var names = data.GetColumn<string>("Name").ToArray();
        var samples = data.Vectors("Sample");
        using var cursor = data.GetRowCursor(data.Schema);
        var name = cursor.GetGetter<ReadOnlyMemory<char>>(data.Schema["Name"]);
        var latent = cursor.GetGetter<VBuffer<float>>(data.Schema["Latent"]);
        var sample = cursor.GetGetter<VBuffer<float>>(data.Schema["Sample"]);
        var id = cursor.GetIdGetter();
        for (var row = 0; row < 600; row++)
        {
            Assert.IsTrue(cursor.MoveNext());
            ReadOnlyMemory<char> text = default;
            VBuffer<float> z = default, x = default;
            DataViewRowId rowId = default;
            sample(ref x);
            name(ref text);
            latent(ref z);
            id(ref rowId);
            Assert.AreEqual($"point {row}", text.ToString());
            Assert.AreEqual(row, z.GetItemOrDefault(0));
            Assert.AreEqual(11f * row, x.GetItemOrDefault(0));
            Assert.AreEqual((ulong)row, rowId.Low);
            Assert.AreEqual(row, cursor.Position);
            Assert.AreEqual($"point {row}", names[row]);
            Assert.AreEqual(11f * row, samples[row][0]);
        }
        Assert.IsFalse(cursor.MoveNext());
        Assert.IsFalse(cursor.MoveNext());
        Assert.AreEqual(-1, cursor.Position);
    }

    [TestMethod]
    public void Transform_ShuffledSource_PairsEachLatentWithItsSample()
    {
        using var generator = Load(TestModels.Linear(1));
        var data = _mlContext.Data.ShuffleRows(generator.Transform(_mlContext.Data.Cache(Points(300))), seed: 1);

        var latents = data.Vectors("Latent").Select(z => z[0]).ToArray();

        CollectionAssert.AreNotEqual(Enumerable.Range(0, 300).Select(row => (float)row).ToArray(), latents);
        CollectionAssert.AreEquivalent(Enumerable.Range(0, 300).Select(row => (float)row).ToArray(), latents);
        CollectionAssert.AreEqual(latents.Select(z => 11 * z).ToArray(), data.Vectors("Sample").Select(x => x[0]).ToArray());
    }

    [TestMethod]
    public void Preview_OfManyRows_ReadsOnlyAFewOfThem()
    {
        var read = 0;
        IEnumerable<TestData.Point> Rows()
        {
            for (; read < 10_000; read++) yield return new TestData.Point { Latent = [read, read] };
        }
        using var generator = Load(TestModels.Linear(1));

        var preview = generator.Transform(_mlContext.Data.LoadFromEnumerable(Rows())).Preview(10);

        Assert.HasCount(10, preview.RowView);
        Assert.IsLessThanOrEqualTo(64, read);
    }

    [TestMethod]
    public void Transform_SourceFailsMidway_HandsOutTheRowsBeforeFirst()
    {
        IEnumerable<TestData.Point> Rows()
        {
            foreach (var row in Enumerable.Range(0, 37)) yield return new TestData.Point { Latent = [row, 0] };
            throw new FormatException("row 37 is bad");
        }
        using var generator = Load(TestModels.Linear(1));
        var data = generator.Transform(_mlContext.Data.LoadFromEnumerable(Rows()));
        using var cursor = data.GetRowCursor(data.Schema);
        var getter = cursor.GetGetter<VBuffer<float>>(data.Schema["Sample"]);
        VBuffer<float> sample = default;

        for (var row = 0; row < 37; row++)
        {
            Assert.IsTrue(cursor.MoveNext());
            getter(ref sample);
            Assert.AreEqual(row, sample.GetItemOrDefault(0));
        }

        Assert.AreEqual("row 37 is bad", Assert.ThrowsExactly<FormatException>(() => cursor.MoveNext()).Message);
        Assert.IsFalse(cursor.MoveNext());
        Assert.ThrowsExactly<InvalidOperationException>(() => getter(ref sample));
    }

    [TestMethod]
    public void Transform_ColumnThatCannotBeCopied_StaysInStep()
    {
        using var generator = Load(TestModels.Linear(1));
        var boxes = _mlContext.Transforms.CustomMapping<TestData.Point, Boxed>(
            (point, boxed) => boxed.Box = new Box { Value = point.Latent[0] }, null);
        var data = generator.Transform(boxes.Fit(Points(1)).Transform(Points(20)));
        using var cursor = data.GetRowCursor(data.Schema);
        var box = cursor.GetGetter<Box>(data.Schema["Box"]);
        var sample = cursor.GetGetter<VBuffer<float>>(data.Schema["Sample"]);

        for (var row = 0; row < 20; row++)
        {
            Assert.IsTrue(cursor.MoveNext());
            Box value = null!;
            VBuffer<float> x = default;
            sample(ref x);
            box(ref value);
            Assert.AreEqual(row, value.Value);
            Assert.AreEqual(11 * row, x.GetItemOrDefault(0));
        }
        Assert.IsFalse(cursor.MoveNext());
    }

    [TestMethod]
    public void Transform_SampleNotAskedFor_DoesNotRunTheModel()
    {
        using var generator = Load(TestModels.Conditional());
        var rows = _mlContext.Data.LoadFromEnumerable([new Labelled { Label = 77 }]);

        // Label 77 is out of range: any reading of inputs would be refused
        Assert.AreEqual(77u, generator.Transform(rows).GetColumn<uint>("Label").Single());
        Assert.ThrowsExactly<InvalidOperationException>(() => generator.Transform(rows).Vectors("Sample"));
    }

    [TestMethod]
    public void Transform_SparseAndNonFiniteLatents_PassThrough()
    {
        using var generator = Load(TestModels.Linear(1));
        var definition = SchemaDefinition.Create(typeof(SparsePoint));
        definition[0].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 2);
        var rows = new[]
        {
            new SparsePoint { Latent = new VBuffer<float>(2, 1, [5f], [1]) },
            new SparsePoint { Latent = new VBuffer<float>(2, 0, [], []) },
            new SparsePoint { Latent = new VBuffer<float>(2, [float.NaN, 1]) },
            new SparsePoint { Latent = new VBuffer<float>(2, [float.PositiveInfinity, 1]) },
        };

        var samples = generator.Transform(_mlContext.Data.LoadFromEnumerable(rows, definition)).Vectors("Sample");

        CollectionAssert.AreEqual(new[] { 50, 0, float.NaN, float.PositiveInfinity }, samples.Select(sample => sample[0]).ToArray());
    }

    [TestMethod]
    public void MoveNext_ManyRows_AllocatesNothingByTheRow()
    {
        using var generator = Load(TestModels.Conditional());
        var data = generator.Sample(20_000);
        using var cursor = data.GetRowCursor(data.Schema);
        var latent = cursor.GetGetter<VBuffer<float>>(data.Schema["Latent"]);
        var sample = cursor.GetGetter<VBuffer<float>>(data.Schema["Sample"]);
        VBuffer<float> z = default, x = default;
        long Read(int rows)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var row = 0; row < rows && cursor.MoveNext(); row++)
            {
                latent(ref z);
                sample(ref x);
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Read(2_000);

        var bytes = Read(10_000);

        // A run of the model, once in 256 rows, allocates a little; the smallest object takes 24 bytes
        Assert.IsLessThan(8, bytes / 10_000.0);
    }

    [TestMethod]
    public void GetGetter_WrongTypeOrInactiveColumn_IsRefused()
    {
        using var generator = Load(TestModels.Linear(1));
        var data = generator.Transform(Points(1));
        using var cursor = data.GetRowCursor([data.Schema["Sample"]]);

        Assert.AreEqual(
            "Column 'Name' is not active. Name it among the columns needed when asking for the cursor.",
            Assert.ThrowsExactly<InvalidOperationException>(() => cursor.GetGetter<ReadOnlyMemory<char>>(data.Schema["Name"])).Message);
        StringAssert.StartsWith(
            Assert.ThrowsExactly<InvalidOperationException>(() => cursor.GetGetter<float>(data.Schema["Sample"])).Message,
            "Column 'Sample' has values of type ");
    }

    private GeneratorTransformer Load(byte[] model) => _mlContext.Gan().LoadGenerator(new MemoryStream(model));

    private IDataView Points(int count) => _mlContext.Data.LoadFromEnumerable(
        Enumerable.Range(0, count).Select(row => new TestData.Point { Latent = [row, row], Name = $"point {row}" }).ToArray());

    private sealed class SparsePoint
    {
        public VBuffer<float> Latent { get; set; }
    }

    private sealed class Labelled
    {
        [VectorType(2)]
        public float[] Latent { get; set; } = [0, 0];

        public uint Label { get; set; }
    }

    private sealed class Boxed
    {
        [BoxType]
        public Box? Box { get; set; }
    }
}
