using Microsoft.ML.Gan.Architectures.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Architectures.Layers;

[TestClass]
public sealed class ResidualBlockTests
{
    [TestMethod]
    public void Forward_AtFirst_IsTheIdentity()
    {
        using var scope = NewDisposeScope();
        using var block = new ResidualBlock(8, networkBlocks: 4);
        var images = randn(2, 8, 5, 5);

        CollectionAssert.AreEqual(images.data<float>().ToArray(), block.call(images).data<float>().ToArray());
    }

    [TestMethod]
    [DataRow(64, 4)]
    [DataRow(48, 3)]
    [DataRow(24, 3)]
    [DataRow(8, 1)]
    [DataRow(5, 5)]
    public void Layers_AreAGroupedBottleneckWithFixUpWeights(int channels, int groups)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        using var block = new ResidualBlock(channels, networkBlocks: 16);
        var layers = block.modules().OfType<Conv2d>().ToList();

        Assert.AreEqual(groups, layers[1].groups);
        CollectionAssert.AreEqual(new long[] { 2 * channels, channels, 1, 1 }, layers[0].weight.shape);
        CollectionAssert.AreEqual(new long[] { 2 * channels, 2 * channels / groups, 3, 3 }, layers[1].weight.shape);
        CollectionAssert.AreEqual(new long[] { channels, 2 * channels, 1, 1 }, layers[2].weight.shape);
        if (channels < 48) return;                                         // too few weights to measure a deviation

        // He's deviation √(2 / (1 + 0.2²) / inputs), times 16^(−1/4) = 1/2
        Assert.AreEqual(Math.Sqrt(2 / 1.04 / channels) / 2, layers[0].weight.std().ToDouble(), 0.04 / Math.Sqrt(channels));
        Assert.AreEqual(Math.Sqrt(2 / 1.04 / (2 * channels / groups * 9)) / 2, layers[1].weight.std().ToDouble(), 0.002);
        Assert.AreEqual(0, layers[2].weight.abs().max().ToDouble());
        Assert.AreEqual(0, layers[0].bias!.abs().max().ToDouble() + layers[1].bias!.abs().max().ToDouble());
    }

    [TestMethod]
    public void Residual_ParameterCounts_AreThoseOfItsLayers()
    {
        using var generator = GanArchitectures.Residual(16, 1).BuildGenerator(10, [3, 8, 8]);
        using var discriminator = GanArchitectures.Residual(16, 1).BuildDiscriminator([3, 8, 8]);

        // a block of c channels: c → 2c, 2c → 2c by 3x3 in groups of 32, 2c → c
        static int Block(int c) => (2 * c * c) + (2 * c) + (2 * c * 32 * 9) + (2 * c) + (2 * c * c);
        Assert.AreEqual(
            (32 * 16) + (10 * 32) + Block(32) + (32 * 16) + Block(16) + (16 * 3), generator.parameters().Sum(parameter => parameter.numel()));
        Assert.AreEqual((3 * 16) + Block(16) + (16 * 32) + Block(32) + (32 * 16) + 32,
            discriminator.parameters().Sum(parameter => parameter.numel()));
    }

    [TestMethod]
    public void Residual_SampleBeyondTheRange_IsClippedOnlyOutsideTraining()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(2);
        using var generator = GanArchitectures.Residual(8, 1).BuildGenerator(4, [1, 8, 8]);
        var latents = randn(16, 4) * 20;

        var inTraining = generator.call(latents);
        generator.eval();
        var outside = generator.call(latents);

        Assert.IsGreaterThan(1.5f, inTraining.abs().max().ToSingle());
        CollectionAssert.AreEqual(inTraining.clamp(-1, 1).data<float>().ToArray(), outside.data<float>().ToArray());
    }

    [TestMethod]
    [DataRow(new[] { 3, 256, 256 }, null)]
    [DataRow(new[] { 1, 8, 20 }, null)]
    [DataRow(
        new[] { 3, 258, 258 },
        "Height and width must be from 8 to 256 for residual 2x64, but were 258 and 258. Crop, pad or resize the images.")]
    [DataRow(new[] { 1, 9, 8 }, "Height and width must be even for residual 2x64, but were 9 and 8. Crop or pad the images.")]
    [DataRow(
        new[] { 5, 8, 8 },
        "The sample shape must be [height, width], [channels, height, width] or [height, width, channels] with 1 to 4 channels for residual 2x64, " +
        "but was [5, 8, 8].")]
    public void Residual_Shape_IsTakenOrRefused(int[] shape, string? problem) => Assert.AreEqual(problem, GanArchitectures.Residual().Problem(shape));
}
