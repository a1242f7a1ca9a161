using Microsoft.ML.Gan.Architectures.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Architectures.Layers;

[TestClass]
public sealed class MinibatchStandardDeviationTests
{
    [TestMethod]
    public void Forward_InTraining_AddsTheMeanDeviationOfTheFeatures()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation();

        var output = layer.call(tensor(new float[,] { { 1, 10 }, { 5, 10 }, { 1, 16 }, { 5, 16 } }));   // deviations 2 and 3

        CollectionAssert.AreEqual(new long[] { 4, 3 }, output.shape);
        CollectionAssert.AreEqual(new float[] { 1, 10, 2.5f, 5, 10, 2.5f, 1, 16, 2.5f, 5, 16, 2.5f }, output.data<float>().ToArray());
    }

    [TestMethod]
    public void Forward_InTraining_GivesImagesOneMoreChannelThatTellsCollapse()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation();
        var one = randn(1, 3, 2, 2);

        var differing = layer.call(randn(8, 3, 2, 2)).select(1, 3);
        var equal = layer.call(one.expand(8, 3, 2, 2)).select(1, 3);

        CollectionAssert.AreEqual(new long[] { 8, 2, 2 }, differing.shape);
        Assert.IsGreaterThan(0.5f, differing.min().ToSingle());
        Assert.AreEqual(1e-4f, equal.max().ToSingle(), 1e-5f);
    }

    [TestMethod]
    public void Forward_OutsideTraining_JudgesEachRowByItself()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation();
        layer.eval();
        var rows = randn(5, 4);

        var together = layer.call(rows);
        var alone = layer.call(rows.narrow(0, 2, 1));

        Assert.AreEqual(0, together.select(1, 4).abs().max().ToSingle());
        CollectionAssert.AreEqual(alone.data<float>().ToArray(), together.narrow(0, 2, 1).data<float>().ToArray());
    }

    [TestMethod]
    public void Backward_BatchOfEqualRows_IsFinite()
    {
        using var scope = NewDisposeScope();
        using var layer = new MinibatchStandardDeviation();
        var rows = ones(4, 3).requires_grad_();

        layer.call(rows).sum().backward();

        Assert.IsTrue(rows.grad!.isfinite().all().ToBoolean());
    }
}
