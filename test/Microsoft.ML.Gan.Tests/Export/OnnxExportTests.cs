using System.Runtime.InteropServices;
using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Microsoft.ML.Gan.Tests.Export;

[TestClass]
public class OnnxExportTests
{
    [TestMethod]
    public void Write_SmallGenerator_IsThisGraph()
    {
        using var module = Sequential(
            Linear(2, 8), Unflatten(1, [2, 2, 2]), BatchNorm2d(2), LeakyReLU(0.2), Dropout(),
            ConvTranspose2d(2, 1, 4, stride: 2, padding: 1, bias: false), Tanh());

        var model = ModelProto.Parser.ParseFrom(ExportedModule.ToModel(module, 2));

        Assert.AreEqual(
            """
            Gemm(input, constant_1, constant_2) transB=1
            Reshape(Gemm_9, constant_3)
            BatchNormalization(Reshape_10, constant_4, constant_5, constant_6, constant_7) epsilon=1E-05
            LeakyRelu(BatchNormalization_11) alpha=0.2
            ConvTranspose(LeakyRelu_12, constant_8) kernel_shape=4,4 strides=2,2 pads=1,1,1,1 dilations=1,1 group=1 output_padding=0,0
            Tanh(ConvTranspose_13)
            """.ReplaceLineEndings("\n"),
            string.Join('\n', model.Graph.Node.Select(Describe)));
        CollectionAssert.AreEqual(new[] { "N", "1", "4", "4" }, model.Graph.Output[0].Type.TensorType.Shape.Dim
            .Select(dimension => dimension.DimParam.Length > 0 ? dimension.DimParam : $"{dimension.DimValue}").ToArray());
    }

    [TestMethod]
    public void Write_AnyModule_GivesOneFileOfOpset17AndVersion8()
    {
        using var module = LayerCases.NestedGenerator();

        var model = ModelProto.Parser.ParseFrom(ExportedModule.ToModel(module, 4));

        Assert.AreEqual(8, model.IrVersion);
        Assert.AreEqual(("", 17L), (model.OpsetImport.Single().Domain, model.OpsetImport.Single().Version));
        foreach (var constant in model.Graph.Initializer)
        {
            var elementSize = constant.DataType == (int)OnnxElementType.Int64 ? 8 : 4;
            Assert.AreEqual(constant.Dims.Aggregate(elementSize, (product, size) => product * (int)size), constant.RawData.Length, constant.Name);
        }
        Assert.IsEmpty(model.Graph.Node.Where(node => node.OpType.StartsWith("Random", StringComparison.Ordinal) || node.OpType == "Dropout"));
    }

    [TestMethod]
    public void Write_ModuleInTraining_StaysAsItWas()
    {
        using var module = LayerCases.NestedGenerator();
        ExportedModule.Randomise(module, seed: 3);
        module.train();
        var before = State(module);

        ExportedModule.ToModel(module, 4);

        Assert.IsTrue(module.training);
        Assert.IsTrue(module.parameters().All(parameter => parameter.requires_grad));
        CollectionAssert.AreEqual(before, State(module));
    }

    [TestMethod]
    public void Write_Module_LeavesNoTensorBehind()
    {
        using var module = Sequential(Conv2d(2, 4, 3), GroupNorm(2, 4), Upsample(scale_factor: [2, 2]), Linear(4, 2));
        using var scope = NewDisposeScope();

        ExportedModule.ToModel(module, 2, 4, 4);

        Assert.AreEqual(0, scope.DisposablesCount);
    }

    [TestMethod]
    public void Write_SameModuleTwice_GivesTheSameBytes()
    {
        using var module = LayerCases.NestedGenerator();

        CollectionAssert.AreEqual(ExportedModule.ToModel(module, 4), ExportedModule.ToModel(module, 4));
    }

    [TestMethod]
    public void Write_RowOfABatch_DoesNotDependOnTheOthers()
    {
        using var module = LayerCases.NestedGenerator();
        ExportedModule.Randomise(module, seed: 5);
        using var session = new InferenceSession(ExportedModule.ToModel(module, 4));
        float[] rows = [1, 2, 3, 4, -1, 0.5f, 7, 2];

        var together = Run(session, rows, 2);
        var alone = Run(session, rows[4..], 1);

        CollectionAssert.AreEqual(alone, together[alone.Length..]);
    }

    [TestMethod]
    public void Constant_StridedDoubleTensor_IsItsValuesAsFloats()
    {
        using var tensor = torch.tensor(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }).t();
        var graph = new OnnxGraphBuilder();

        graph.Output("output", graph.Constant(tensor));

        var constant = ModelProto.Parser.ParseFrom(graph.ToModel(new Dictionary<string, string>())).Graph.Initializer.Single();
        CollectionAssert.AreEqual(new long[] { 3, 2 }, constant.Dims);
        CollectionAssert.AreEqual(new float[] { 1, 4, 2, 5, 3, 6 }, MemoryMarshal.Cast<byte, float>(constant.RawData.Span).ToArray());
    }

    private static float[] Run(InferenceSession session, float[] values, int rows)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(values, [rows, values.Length / rows]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, ["input"], [input], ["output"]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static float[] State(nn.Module module)
    {
        using var scope = NewDisposeScope();
        return [.. module.state_dict().Values.SelectMany(tensor => tensor.detach().to(ScalarType.Float32).reshape(-1).data<float>().ToArray())];
    }

    private static string Describe(NodeProto node)
    {
        var attributes = node.Attribute.Select(attribute => attribute.Type switch
        {
            AttributeProto.Types.AttributeType.Int => $" {attribute.Name}={attribute.I}",
            AttributeProto.Types.AttributeType.Float => $" {attribute.Name}={attribute.F}",
            AttributeProto.Types.AttributeType.Ints => $" {attribute.Name}={string.Join(',', attribute.Ints)}",
            _ => $" {attribute.Name}={attribute.S.ToStringUtf8()}",
        });
        return $"{node.OpType}({string.Join(", ", node.Input)}){string.Concat(attributes)}";
    }
}
