using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;

namespace Gan.Onnx.Tests.Graph;

[TestClass]
public sealed class OnnxGraphBuilderTests
{
    [TestMethod]
    public void ToModel_LinearAndReshape_GivesGoldenGraph()
    {
        var model = ModelProto.Parser.ParseFrom(TestModels.Linear(1, 2, 2));

        CollectionAssert.AreEqual(
            new[]
            {
                "in Latent: 1 [N, 2]",
                "out Sample: 1 [N, 1, 2, 2]",
                "const constant_1: 1 [4, 2]",
                "const constant_2: 7 [4]",
                "Gemm_3 = Gemm(Latent, constant_1) transB=1",
                "Sample = Reshape(Gemm_3, constant_2)",
            },
            Describe(model.Graph).ToArray());
    }

    [TestMethod]
    public void ToModel_DefaultOperators_HasOpset17AndIrVersion8Alone()
    {
        var model = ModelProto.Parser.ParseFrom(TestModels.Linear(2));

        Assert.AreEqual(8, model.IrVersion);
        Assert.AreEqual(":17", string.Join(" ", model.OpsetImport.Select(import => $"{import.Domain}:{import.Version}")));
        Assert.AreEqual("gan.manifest", string.Join(" ", model.MetadataProps.Select(pair => pair.Key)));
    }

    [TestMethod]
    public void ToModel_MachineLearningOperator_ImportsItsDomain()
    {
        var graph = new OnnxGraphBuilder();
        var x = graph.Input("x", OnnxElementType.Single, [2]);
        graph.Output("y", graph.AddMachineLearning("Normalizer", [x], OnnxElementType.Single, x.Dimensions, ("norm", "L2")));

        var model = ModelProto.Parser.ParseFrom(graph.ToModel(new Dictionary<string, string>()));

        Assert.AreEqual(":17 ai.onnx.ml:3", string.Join(" ", model.OpsetImport.Select(import => $"{import.Domain}:{import.Version}")));
        Assert.AreEqual("ai.onnx.ml", model.Graph.Node[0].Domain);
    }

    [TestMethod]
    public void Output_OfInputOrOfAnotherOutput_GetsNodeOfItsOwn()
    {
        var graph = new OnnxGraphBuilder();
        var x = graph.Input("x", OnnxElementType.Single, [2]);
        var y = graph.Elementwise("Tanh", x);
        graph.Output("same", x);
        graph.Output("first", y);
        graph.Output("second", y);

        var model = ModelProto.Parser.ParseFrom(graph.ToModel(new Dictionary<string, string>()));

        CollectionAssert.AreEqual(
            new[] { "first = Tanh(x)", "same = Identity(x)", "second = Identity(first)" },
            Describe(model.Graph).Where(line => line.Contains('=')).ToArray());
    }

    private static IEnumerable<string> Describe(GraphProto graph) =>
        graph.Input.Select(input => "in " + Describe(input))
            .Concat(graph.Output.Select(output => "out " + Describe(output)))
            .Concat(graph.Initializer.Select(constant => $"const {constant.Name}: {constant.DataType} [{string.Join(", ", constant.Dims)}]"))
            .Concat(graph.Node.Select(Describe));

    private static string Describe(NodeProto node)
    {
        var attributes = node.Attribute.Select(attribute => $"{attribute.Name}={attribute.I}");
        return $"{node.Output[0]} = {node.OpType}({string.Join(", ", node.Input)}) {string.Join(" ", attributes)}".Trim();
    }

    private static string Describe(ValueInfoProto value)
    {
        var dimensions = value.Type.TensorType.Shape.Dim.Select(dimension => dimension.HasDimParam ? dimension.DimParam : $"{dimension.DimValue}");
        return $"{value.Name}: {value.Type.TensorType.ElemType} [{string.Join(", ", dimensions)}]";
    }
}
