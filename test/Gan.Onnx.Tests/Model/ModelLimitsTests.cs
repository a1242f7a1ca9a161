using System.Text;
using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;
using Gan.Onnx.Tests.Tabular;
using Google.Protobuf;
using Microsoft.ML;

namespace Gan.Onnx.Tests.Model;

/// <summary>Files that were made to cost much.</summary>
[TestClass]
public sealed class ModelLimitsTests
{
    [TestMethod]
    [DataRow(1 << 20 | 1)]
    [DataRow(500_000_000)]
    [DataRow(int.MaxValue)]
    public void Load_HugeLatentSize_IsRefused(int size)
    {
        var table = Table(1).ToModel(Table(1).Manifest with { LatentSize = size });
        var message = $"The model file must fit its manifest, but its latent size is {size} and not at most 1048576.";

        Assert.AreEqual(message, Refusal(TestModels.Manifest(size, [2])));
        Assert.AreEqual(message, Assert.ThrowsExactly<InvalidDataException>(() => TableGraphs.Load(table)).Message);
    }

    [TestMethod]
    [DataRow(1 << 30, 1 << 30, 16)]                     // 2⁶⁴, which is 0 to a 64-bit number
    [DataRow(int.MaxValue, int.MaxValue, int.MaxValue)]
    [DataRow(1, 1 << 26, 2)]
    public void Load_HugeSampleShape_IsRefused(int a, int b, int c) => Assert.AreEqual(
        $"The model file must fit its manifest, but its sample shape is [{a}, {b}, {c}], of more than 67108864 values.",
        Refusal(TestModels.Manifest(2, [a, b, c])));

    [TestMethod]
    public void Load_MoreColumnsThanAnyTable_IsRefused()
    {
        var one = Table(1).Manifest;
        var columns = Enumerable.Range(0, ModelLimits.MostColumns + 1).Select(i => one.Columns[0] with { Name = $"c{i}", Tensor = $"c{i}" });

        var refusal = Assert.ThrowsExactly<InvalidDataException>(() => TableGraphs.Load(Table(1).ToModel(one with { Columns = [.. columns] })));

        Assert.AreEqual("The model file must fit its manifest, but it has 8193 columns and not at most 8192.", refusal.Message);
    }

    [TestMethod]
    [DataRow("group", new long[] { 0 })]
    [DataRow("group", new[] { long.MinValue })]
    [DataRow("strides", new long[] { 1, 0 })]
    [DataRow("dilations", new long[] { 0, 1 })]
    [DataRow("kernel_shape", new long[] { -1, 3 })]
    [DataRow("blocksize", new long[] { 0 })]
    public void Load_NodeWhoseNumbersAreDividedBy_IsRefusedBelowOne(string name, long[] numbers)
    {
        var model = ModelProto.Parser.ParseFrom(TestModels.Linear(2));
        var attribute = new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = numbers[0] };
        if (numbers.Length > 1) attribute = new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { numbers } };
        model.Graph.Node[0].Name = "convolution";
        model.Graph.Node[0].Attribute.Add(attribute);

        Assert.AreEqual(
            $"The model file's node 'convolution' must have '{name}' above 0, but has {string.Join(", ", numbers)}.", Refusal(model.ToByteArray()));
    }

    /// <summary>40,000 names against 40,000 others took 37 seconds when each was compared with each.</summary>
    [TestMethod]
    public void Differences_ManyTensors_AreFoundInOnePass()
    {
        var names = new CountingList([.. Enumerable.Range(0, 2000).Select(i => new ValueInfoProto { Name = $"graph {i}" })]);
        (string, OnnxElementType, IReadOnlyList<int>)[] expected =
            [.. Enumerable.Range(0, 2000).Select(i => ($"manifest {i}", OnnxElementType.Single, (IReadOnlyList<int>)[1]))];

        Assert.HasCount(4000, GraphTensors.Differences("input", expected, names));
        Assert.IsLessThan(10_000, names.Reads);
    }

    [TestMethod]
    public void Differences_TensorTwice_IsFound()
    {
        var twice = ModelProto.Parser.ParseFrom(TestModels.Linear(2)).Graph.Input[0];

        CollectionAssert.AreEqual(
            new[] { "its graph has 2 inputs and not 1" },
            GraphTensors.Differences("input", [("Latent", OnnxElementType.Single, [2])], [twice, twice]).ToArray());
    }

    [TestMethod]
    public void Load_HugeMetadata_IsRefusedBeforeItIsRead()
    {
        var model = ModelProto.Parser.ParseFrom(TestModels.Linear(2));
        model.MetadataProps.Add(new StringStringEntryProto { Key = "filling", Value = new string('a', 1 << 26) });
        var file = model.ToByteArray();
        var before = GC.GetAllocatedBytesForCurrentThread();

        StringAssert.StartsWith(Refusal(file), "The model file's metadata must have at most 1024 pairs and 67108864 bytes, but has 2 and 6710");

        Assert.IsLessThan(file.Length * 3L, GC.GetAllocatedBytesForCurrentThread() - before);         // the copies of the stream
    }

    [TestMethod]
    public void Load_ManyPairsOfMetadata_IsRefused()
    {
        var file = TestModels.Linear(2).Concat(Enumerable.Repeat(new byte[] { 14 << 3 | 2, 0 }, 1024).SelectMany(pair => pair));

        StringAssert.StartsWith(
            Refusal([.. file]), "The model file's metadata must have at most 1024 pairs and 67108864 bytes, but has 1025 and ");
    }

    [TestMethod]
    public void Load_LoopAnywhere_IsRefused()
    {
        var loop = new NodeProto { OpType = "Loop", Name = "endless" };
        var inner = new AttributeProto { Name = "then_branch", G = new GraphProto { Node = { loop } } };
        foreach (var node in new[] { loop, new NodeProto { OpType = "If", Attribute = { inner } } })
        {
            var model = ModelProto.Parser.ParseFrom(TestModels.Linear(2));
            model.Graph.Node.Add(node);

            Assert.AreEqual(
                "The model file must have no loops, since they can be without end, but its node 'endless' is one.", Refusal(model.ToByteArray()));
        }
    }

    [TestMethod]
    public void Load_FileThatOnnxRuntimeReadsAsItsOwnFormat_IsRefused()
    {
        var model = ModelProto.Parser.ParseFrom(TestModels.Linear(2));
        model.ProducerName = "ORTM";                    // its place in the file is where that format has its name
        var file = model.ToByteArray();

        Assert.AreEqual("ORTM", Encoding.ASCII.GetString(file, 4, 4));
        Assert.AreEqual("The model file must be an ONNX file, but is one of ONNX Runtime's own format.", Refusal(file));
    }

    private static TableGraph Table(int latentSize) => new TableGraph(latentSize).Numbers("Wealth", false);

    private static string Refusal(GanManifest manifest)
    {
        var model = ModelProto.Parser.ParseFrom(TestModels.Linear(2));
        model.MetadataProps[0].Value = manifest.ToMetadata()[GanManifest.MetadataKey];
        return Refusal(model.ToByteArray());
    }

    private static string Refusal(byte[] file) =>
        Assert.ThrowsExactly<InvalidDataException>(() => new MLContext().Gan().LoadGenerator(new MemoryStream(file))).Message;

    /// <summary>A list that counts how often one of its values is read.</summary>
    private sealed class CountingList(ValueInfoProto[] values) : IReadOnlyList<ValueInfoProto>
    {
        public int Reads { get; private set; }

        public int Count => values.Length;

        public ValueInfoProto this[int index] => Read(index);

        public IEnumerator<ValueInfoProto> GetEnumerator() => values.Select((_, index) => Read(index)).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        private ValueInfoProto Read(int index)
        {
            Reads++;
            return values[index];
        }
    }
}
