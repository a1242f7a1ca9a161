using Microsoft.ML.Gan.Architectures.Layers;
using Microsoft.ML.Gan.Tests.Export;
using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Architectures.Layers;

[TestClass]
public sealed class DiscreteLatentsTests
{
    // the least positive number counts as positive, 0 does not
    private static readonly float[] Row = [-3, 1e-30f, 0, -0f, 0.7f, 4, -2.5f];

    [TestMethod]
    [DataRow(1, new float[] { 0, 1e-30f, 0, 0, 0.7f, 4, -2.5f })]
    [DataRow(3, new float[] { 2, 0, 0.7f, 4, -2.5f })]
    [DataRow(7, new float[] { 2 + 16 + 32 })]
    public void Forward_AndOnnx_PickTheVectorThatTheSignsAreTheDigitsOf(int count, float[] expected)
    {
        using var scope = NewDisposeScope();
        using var layer = new DiscreteLatents(Row.Length, count, size: 1);
        using (no_grad()) layer.parameters().Single().copy_(arange(1 << count).unsqueeze(1));              // e(k) = k
        var scale = (float)(2 / Math.Sqrt(Row.Length - count));
        for (var i = 1; i < expected.Length; i++) expected[i] *= scale;
        using var session = new InferenceSession(ExportedModule.ToModel(layer, Row.Length));
        using var input = OrtValue.CreateTensorValueFromMemory(Row, [1, Row.Length]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, ["input"], [input], ["output"]);

        CollectionAssert.AreEqual(expected, layer.call(tensor(Row, [1, Row.Length])).data<float>().ToArray());
        CollectionAssert.AreEqual(expected, outputs[0].GetTensorDataAsSpan<float>().ToArray());
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(8)]
    public void Layer_CountOutOfRange_IsRefused(int count) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new DiscreteLatents(Row.Length, count, size: 4));

    [TestMethod]
    public void Generator_WithMoreDiscreteLatentsThanComponents_IsRefused()
    {
        var architecture = GanArchitectures.Mlp(8, 1, discreteLatents: 5);

        var fault = Assert.ThrowsExactly<ArgumentException>(() => architecture.BuildGenerator(4, [2]));

        Assert.AreEqual("discreteLatents must be at most the size of the latent vector (4), but was 5. Use a larger LatentSize.", fault.Message);
    }

    [TestMethod]
    public void Generator_WithDiscreteLatentsAlone_MakesOneSampleForEachChoiceOfSigns()
    {
        using var scope = NewDisposeScope();
        var generator = GanArchitectures.Mlp(16, 2, discreteLatents: 3).BuildGenerator(3, [2]);

        var samples = generator.call(randn(500, 3));

        var distinct = samples.data<float>().Chunk(2).Select(sample => (MathF.Round(sample[0], 5), MathF.Round(sample[1], 5))).Distinct();
        Assert.HasCount(8, distinct);
    }
}
