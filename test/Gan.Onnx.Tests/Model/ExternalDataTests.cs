using Gan.Onnx.Graph.Protos;
using Google.Protobuf;
using Microsoft.ML;
using AttributeType = Gan.Onnx.Graph.Protos.AttributeProto.Types.AttributeType;

namespace Gan.Onnx.Tests.Model;

/// <summary>Files that would take other files of the machine for weights.</summary>
[TestClass]
public sealed class ExternalDataTests
{
    private static readonly Dictionary<string, Action<ModelProto>> Places = new()
    {
        ["initializer"] = model => model.Graph.Initializer.Add(Outside()),
        ["the graph's own weights"] = model => MoveOutside(model.Graph.Initializer[0]),
        ["attribute"] = model => AddAttribute(model.Graph, new() { T = Outside() }),
        ["attribute of tensors"] = model => AddAttribute(model.Graph, new() { Tensors = { new TensorProto(), Outside() } }),
        ["values of a sparse attribute"] = model => AddAttribute(model.Graph, new() { SparseTensor = new() { Values = Outside() } }),
        ["indices of a sparse attribute"] =
            model => AddAttribute(model.Graph, new() { SparseTensors = { new SparseTensorProto { Indices = Outside() } } }),
        ["sparse initializer"] = model => model.Graph.SparseInitializer.Add(new SparseTensorProto { Values = Outside() }),
        ["subgraph"] = model => AddAttribute(model.Graph, new() { G = new() { Initializer = { Outside() } } }),
        ["subgraph of a subgraph"] = model =>
        {
            var inner = new GraphProto();
            AddAttribute(inner, new() { T = Outside() });
            var outer = new GraphProto();
            AddAttribute(outer, new() { Graphs = { inner } });
            AddAttribute(model.Graph, new() { G = outer });
        },
        ["function"] =
            model => model.Functions.Add(new FunctionProto { Node = { new NodeProto { Attribute = { Attribute(new() { T = Outside() }) } } } }),
        ["default of a function"] = model => model.Functions.Add(new FunctionProto { AttributeProto = { Attribute(new() { T = Outside() }) } }),
        ["subgraph of a function"] = model => model.Functions.Add(new FunctionProto
        {
            Node = { new NodeProto { Attribute = { Attribute(new() { G = new() { Initializer = { Outside() } } }) } } },
        }),
        ["training"] = model => model.TrainingInfo.Add(new TrainingInfoProto { Algorithm = new() { Initializer = { Outside() } } }),
        ["a location alone"] = model => model.Graph.Initializer.Add(new TensorProto { Name = "w", ExternalData = { Location() } }),
        ["a kind of place that nobody knows"] = model => model.Graph.Initializer.Add(
            new TensorProto { Name = "w", DataLocation = 7, ExternalData = { Location() } }),
    };

    [TestMethod]
    public void Load_ExternalDataAnywhere_IsRefused()
    {
        foreach (var (place, add) in Places)
        {
            var model = ModelProto.Parser.ParseFrom(TestModels.Linear(2));
            add(model);

            var refusal = Assert.ThrowsExactly<InvalidDataException>(
                () => new MLContext().Gan().LoadGenerator(new MemoryStream(model.ToByteArray())), place);

            StringAssert.StartsWith(refusal.Message, "The model file must hold all of its data, but its tensor '", place);
            StringAssert.EndsWith(refusal.Message, "is in another file ('../secret'). Save the model as one file.", place);
        }
    }

    [TestMethod]
    public void Load_TableWithExternalData_IsRefused()
    {
        var model = ModelProto.Parser.ParseFrom(new Tabular.TableGraph(1).Numbers("Wealth", false).ToModel());
        model.Graph.Initializer.Add(Outside());

        Assert.ThrowsExactly<InvalidDataException>(() => Tabular.TableGraphs.Load(model.ToByteArray()));
    }

    private static TensorProto Outside() => new() { Name = "w", DataType = 1, Dims = { 1 }, DataLocation = 1, ExternalData = { Location() } };

    private static StringStringEntryProto Location() => new() { Key = "location", Value = "../secret" };

    private static void MoveOutside(TensorProto tensor)
    {
        tensor.ClearRawData();
        tensor.DataLocation = 1;
        tensor.ExternalData.Add(Location());
    }

    private static AttributeProto Attribute(AttributeProto value)
    {
        value.Name = "value";
        value.Type = value.G is null ? AttributeType.Tensor : AttributeType.Graph;
        return value;
    }

    private static void AddAttribute(GraphProto graph, AttributeProto value) =>
        graph.Node.Add(new NodeProto { OpType = "Constant", Output = { "c" }, Attribute = { Attribute(value) } });
}
