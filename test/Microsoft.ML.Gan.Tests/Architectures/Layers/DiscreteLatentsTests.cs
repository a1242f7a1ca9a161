using Microsoft.ML.Gan.Architectures.Layers;
using Microsoft.ML.Gan.Tests.Export;
using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Architectures.Layers;

[TestClass]
public sealed class DiscreteLatentsTests
{
    // sign(±0) is 0, the least positive number counts as positive
    private static readonly float[] Row = [-3, 1e-30f, 0, -0f, 0.7f, 0, -2.5f];

    [TestMethod]
    [DataRow(0, new float[] { -3, 1e-30f, 0, 0, 0.7f, 0, -2.5f })]
    [DataRow(4, new float[] { -2, 2, 0, 0, 0.7f, 0, -2.5f })]
    [DataRow(7, new float[] { -2, 2, 0, 0, 2, 0, -2 })]
    public void Forward_AndOnnx_TakeTheFirstComponentsByTheirSigns(int count, float[] expected)
    {
        using var scope = NewDisposeScope();
        using var layer = new DiscreteLatents(Row.Length, count);
        using var session = new InferenceSession(ExportedModule.ToModel(layer, Row.Length));
        using var input = OrtValue.CreateTensorValueFromMemory(Row, [1, Row.Length]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, ["input"], [input], ["output"]);

        CollectionAssert.AreEqual(expected, layer.call(tensor(Row, [1, Row.Length])).data<float>().ToArray());
        CollectionAssert.AreEqual(expected, outputs[0].GetTensorDataAsSpan<float>().ToArray());
    }

    [TestMethod]
    public void Generator_WithMoreDiscreteLatentsThanComponents_IsRefused()
    {
        var architecture = GanArchitectures.Mlp(8, 1, discreteLatents: 5);

        var fault = Assert.ThrowsExactly<ArgumentException>(() => architecture.BuildGenerator(4, [2]));

        Assert.AreEqual("discreteLatents must be at most the size of the latent vector (4), but was 5. Use a larger LatentSize.", fault.Message);
    }

    [TestMethod]
    public void Generator_WithDiscreteLatentsAlone_MakesOneSampleForEachCorner()
    {
        using var scope = NewDisposeScope();
        var generator = GanArchitectures.Mlp(16, 2, discreteLatents: 3).BuildGenerator(3, [2]);

        var samples = generator.call(randn(500, 3));

        var distinct = samples.data<float>().Chunk(2).Select(sample => (MathF.Round(sample[0], 5), MathF.Round(sample[1], 5))).Distinct();
        Assert.HasCount(8, distinct);
    }
}
