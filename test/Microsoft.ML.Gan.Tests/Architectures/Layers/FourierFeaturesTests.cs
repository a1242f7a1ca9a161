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
        using var layer = new FourierFeatures(2, 2, 1, 4);
        using (no_grad()) Frequencies(layer).copy_(tensor(new float[,] { { 3, 0 }, { 0.5f, 4 } }));

        var output = layer.call(tensor(new float[,] { { 0.2f, -1 } })).data<float>().ToArray();      // the phases are 0.1 and -4

        Assert.AreEqual(0.2f, output[0]);
        Assert.AreEqual(-1, output[1]);
        Assert.AreEqual(Math.Sin(0.1), output[2], 1e-6);
        Assert.AreEqual(Math.Sin(-4) / 2, output[3], 1e-6);
        Assert.AreEqual(Math.Cos(0.1), output[4], 1e-6);
        Assert.AreEqual(Math.Cos(-4) / 2, output[5], 1e-6);                                // a = sqrt(1 / 4)
    }

    [TestMethod]
    public void Frequencies_SameSeed_AreTheSameAndReachFromTheLeastToTheGreatest()
    {
        using var scope = NewDisposeScope();

        var (first, second, other) = (Frequencies(seed: 5), Frequencies(seed: 5), Frequencies(seed: 6));

        CollectionAssert.AreEqual(first.bytes.ToArray(), second.bytes.ToArray());
        CollectionAssert.AreNotEqual(first.bytes.ToArray(), other.bytes.ToArray());
        CollectionAssert.AreEqual(
            // a constant factor apart
            new double[] { 1, 2, 4, 8, 16 }, first.norm(0).data<float>().Select(length => Math.Round(length, 4)).ToArray());
        Assert.AreEqual(0, first.mean().ToDouble(), 0.5);
    }

    [TestMethod]
    public void Frequencies_AreFixed()
    {
        using var layer = new FourierFeatures(2, 3, 1, 2);

        Assert.IsEmpty(layer.parameters());
        Assert.IsTrue(layer.named_buffers().All(named => !named.buffer.requires_grad));
    }

    private static Tensor Frequencies(int seed)
    {
        random.manual_seed(seed);
        return Frequencies(new FourierFeatures(50, 5, 1, 16));
    }

    private static Tensor Frequencies(FourierFeatures layer) => layer.named_buffers().Single(named => named.name == "frequencies").buffer;
}
