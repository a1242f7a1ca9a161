using Microsoft.ML.Gan.Architectures.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Architectures.Layers;

[TestClass]
public sealed class FourierFeaturesTests
{
    [TestMethod]
    public void Forward_Row_IsFollowedByTheSinesAndCosinesOfItsPhases()
    {
        using var scope = NewDisposeScope();
        using var layer = new FourierFeatures(2, 1, 1);
        using (no_grad()) layer.named_buffers().Single().buffer.copy_(tensor(new float[,] { { 3 }, { 0.5f } }));

        var output = layer.call(tensor(new float[,] { { 0.2f, -1 } })).data<float>().ToArray();      // the phase is 0.1

        Assert.AreEqual(0.2f, output[0]);
        Assert.AreEqual(-1, output[1]);
        Assert.AreEqual(Math.Sin(0.1), output[2], 1e-6);
        Assert.AreEqual(Math.Cos(0.1), output[3], 1e-6);
    }

    [TestMethod]
    public void Frequencies_SameSeed_AreTheSameWithTheGivenDeviation()
    {
        using var scope = NewDisposeScope();

        var (first, second, other) = (Frequencies(seed: 5), Frequencies(seed: 5), Frequencies(seed: 6));

        CollectionAssert.AreEqual(first.bytes.ToArray(), second.bytes.ToArray());
        CollectionAssert.AreNotEqual(first.bytes.ToArray(), other.bytes.ToArray());
        Assert.AreEqual(3, first.std().ToDouble(), 0.1);
        Assert.AreEqual(0, first.mean().ToDouble(), 0.1);
    }

    [TestMethod]
    public void Frequencies_AreFixed()
    {
        using var layer = new FourierFeatures(2, 3, 1);

        Assert.IsEmpty(layer.parameters());
        Assert.IsFalse(layer.named_buffers().Single().buffer.requires_grad);
    }

    private static Tensor Frequencies(int seed)
    {
        random.manual_seed(seed);
        return new FourierFeatures(50, 100, 3).named_buffers().Single().buffer;
    }
}
