using Gan.Onnx.Graph;
using Gan.Onnx.Graph.Protos;
using Gan.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx.Tests.Graph;

/// <summary>Inputs with a default: sum = z + given, text = "low", "high" or "" by the code given.</summary>
[TestClass]
public sealed class OptionalInputTests
{
    private static readonly byte[] Model = Build();

    [TestMethod]
    public void OptionalInput_InTheFile_HasItsOwnBatchAndAnInitializer()
    {
        var graph = ModelProto.Parser.ParseFrom(Model).Graph;

        Assert.AreEqual("Latent: N, Given.x: N1", string.Join(", ", graph.Input.Select(input =>
            $"{input.Name}: {input.Type.TensorType.Shape.Dim[0].DimParam}")));
        var initializer = graph.Initializer.Single(tensor => tensor.Name == "Given.x");
        CollectionAssert.AreEqual(new[] { 1L, 1 }, initializer.Dims.ToArray());
    }

    [TestMethod]
    public void OptionalInput_BroadcastToTheBatch_IsDeclaredToHaveItsRows()
    {
        var graph = ModelProto.Parser.ParseFrom(Build(isIntermediate: true)).Graph;

        var declared = graph.ValueInfo.Single();
        Assert.AreEqual(graph.Node.Single(node => node.OpType == "Add").Output.Single(), declared.Name);
        Assert.AreEqual("N, 1", string.Join(", ", declared.Type.TensorType.Shape.Dim.Select(size => size.HasDimValue ? $"{size.DimValue}" : size.DimParam)));
        Assert.IsEmpty(ModelProto.Parser.ParseFrom(Model).Graph.ValueInfo);    // outputs are declared as such
    }

    [TestMethod]
    public void OptionalInput_LeftOut_HasItsDefaultInEveryRow() => Assert.AreEqual("9 , 19 , 29 ", Run());

    [TestMethod]
    public void OptionalInput_OneRow_StandsForAll() => Assert.AreEqual("11 high, 21 high, 31 high", Run(1));

    [TestMethod]
    public void OptionalInput_AsManyRows_StandEachForItsOwn() => Assert.AreEqual("10 low, 21 high, 27 ", Run(0, 1, -3));

    [TestMethod]
    public void OptionalInput_InTheStockTransformer_MayBeLeftOut()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["model.onnx"], Model);
        var mlContext = new MLContext();
        var rows = mlContext.Data.LoadFromEnumerable(new[] { new Row { Latent = [10] }, new Row { Latent = [20] } });

        var scored = mlContext.Transforms.ApplyOnnxModel(["sum", "text"], ["Latent"], folder["model.onnx"]).Fit(rows).Transform(rows);

        CollectionAssert.AreEqual(new[] { 9f, 19 }, scored.GetColumn<float[]>("sum").Select(row => row[0]).ToArray());
    }

    [TestMethod]
    public void OptionalInput_InTheStockTransformer_MayBeGiven()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["model.onnx"], Model);
        var mlContext = new MLContext();
        var rows = mlContext.Data.LoadFromEnumerable(new[] { new Row { Latent = [10], Given = [1] }, new Row { Latent = [20], Given = [0] } });

        var scored = mlContext.Transforms.ApplyOnnxModel(["sum", "text"], ["Latent", "Given.x"], folder["model.onnx"]).Fit(rows).Transform(rows);

        CollectionAssert.AreEqual(new[] { 11f, 20 }, scored.GetColumn<float[]>("sum").Select(row => row[0]).ToArray());
        CollectionAssert.AreEqual(
            new[] { "high", "low" }, scored.GetColumn<ReadOnlyMemory<char>[]>("text").Select(row => row[0].ToString()).ToArray());
    }

    [TestMethod]
    [TestCategory("python")]
    public void OptionalInput_InTheStandardsChecker_IsAccepted() => OnnxChecker.MustAccept(1, pathOf => File.WriteAllBytes(pathOf("model"), Model));

    private static byte[] Build(bool isIntermediate = false)
    {
        var graph = new OnnxGraphBuilder();
        var latent = graph.Input("Latent", OnnxElementType.Single, [1]);
        var given = graph.OptionalInput("Given.x", [-1L], 1);
        var sum = graph.Plus(latent, graph.Cast(given, OnnxElementType.Single));
        graph.Output("sum", isIntermediate ? graph.Elementwise("Abs", sum) : sum);
        graph.Output("text", graph.Texts(graph.ExpandRows(given, latent), ["low", "high"]));
        return graph.ToModel(new Dictionary<string, string>());
    }

    private static string Run(params long[] given)
    {
        using var session = new InferenceSession(Model);
        using var latent = OrtValue.CreateTensorValueFromMemory(new[] { 10f, 20, 30 }, [3, 1]);
        using var codes = OrtValue.CreateTensorValueFromMemory(given, [given.Length, 1]);
        using var options = new RunOptions();
        var isGiven = given.Length > 0;
        using var outputs = session.Run(
            options, isGiven ? ["Latent", "Given.x"] : ["Latent"], isGiven ? [latent, codes] : [latent], ["sum", "text"]);
        var sums = outputs[0].GetTensorDataAsSpan<float>().ToArray();
        return string.Join(", ", sums.Zip(outputs[1].GetStringTensorAsArray(), (sum, text) => $"{sum} {text}"));
    }

    private sealed class Row
    {
        [VectorType(1)]
        public float[] Latent { get; set; } = [];

        [ColumnName("Given.x")]
        [VectorType(1)]
        public long[] Given { get; set; } = [-1];
    }
}
