using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Architectures;
using Microsoft.ML.Gan.Vectors.Data;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Vectors.Data;

[TestClass]
public sealed class SampleLayoutTests
{
    public static IEnumerable<(int[] Shape, int[] NetworkShape)> Cases =>
    [
        ([7], [7]), ([1, 8, 8], [1, 8, 8]), ([28, 28], [1, 28, 28]), ([10, 12, 3], [3, 10, 12]), ([9, 33, 4], [4, 12, 40]), ([2, 9, 8], [2, 12, 8]),
        ([1, 70, 17], [1, 80, 20]), ([130, 129], [1, 160, 160]),
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void NetworkShape_Sample_IsTheImageThatIsMadeOfIt(int[] shape, int[] networkShape) =>
        CollectionAssert.AreEqual(networkShape, ImageShapes.NetworkShape(shape, 128, 256).ToArray());

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void ToSample_AfterToNetwork_GivesTheSampleBackInTorchAndOnnx(int[] shape, int[] networkShape)
    {
        using var scope = NewDisposeScope();
        var layout = new SampleLayout(shape, networkShape);
        var rows = arange(2 * shape.Aggregate((product, size) => product * size), float32).reshape([2, .. shape.Select(size => (long)size)]);

        var images = layout.ToNetwork(rows);

        CollectionAssert.AreEqual(new[] { 2L }.Concat(networkShape.Select(size => (long)size)).ToArray(), images.shape);
        CollectionAssert.AreEqual(Values(rows), Values(layout.ToSample(images)));
        CollectionAssert.AreEqual(Values(images), Run(layout.ToNetwork, rows));
        CollectionAssert.AreEqual(Values(rows), Run(layout.ToSample, images));
    }

    [TestMethod]
    public void ToNetwork_ChannelsLast_PutsEachPixelInItsPlaceAndRepeatsTheRim()
    {
        using var scope = NewDisposeScope();
        var rows = arange(9 * 10 * 3, float32).reshape(1, 9, 10, 3);

        var image = new SampleLayout([9, 10, 3], [3, 12, 12]).ToNetwork(rows);              // 1 row above, 2 below; 1 column on either side

        Assert.AreEqual((2 * 10 + 4) * 3 + 1, image[0, 1, 3, 5].ToSingle());                // row 2, column 4, channel 1
        Assert.AreEqual(image[0, 2, 1, 1].ToSingle(), image[0, 2, 0, 0].ToSingle());
        Assert.AreEqual(image[0, 0, 9, 10].ToSingle(), image[0, 0, 11, 11].ToSingle());
    }

    private static float[] Values(Tensor tensor) => tensor.contiguous().data<float>().ToArray();

    private static float[] Run(Func<OnnxGraphBuilder, OnnxValue, OnnxValue> write, Tensor rows)
    {
        var graph = new OnnxGraphBuilder();
        graph.Output("Y", write(graph, graph.Input("X", OnnxElementType.Single, [.. rows.shape.Skip(1).Select(size => (int)size)])));
        using var options = new SessionOptions();
        options.AddSessionConfigEntry("session.strict_shape_type_inference", "1");
        using var session = new InferenceSession(graph.ToModel(new Dictionary<string, string>()), options);
        using var input = OrtValue.CreateTensorValueFromMemory(Values(rows), rows.shape);
        using var run = new RunOptions();
        using var outputs = session.Run(run, new Dictionary<string, OrtValue> { ["X"] = input }, session.OutputNames);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
