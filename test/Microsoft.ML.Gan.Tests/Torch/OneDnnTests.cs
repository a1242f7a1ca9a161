using Microsoft.ML.Gan.Architectures.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Torch;

/// <summary>On this machine, libtorch's convolutions of Single, which oneDNN computes, are those of Double, which it does not.</summary>
[TestClass]
public sealed class OneDnnTests
{
    [TestMethod]
    [DataRow(1, 8, 8, 4, 2, 1)]
    [DataRow(8, 1, 4, 4, 2, 1)]
    [DataRow(8, 16, 8, 3, 1, 1)]
    [DataRow(16, 8, 4, 4, 1, 0)]
    [DataRow(100, 64, 8, 4, 2, 1)]
    [DataRow(64, 64, 8, 1, 1, 0)]
    [DataRow(64, 128, 16, 4, 2, 1)]
    public void Convolutions_ValuesAndGradients_AreThoseOfDouble(long inputs, long outputs, long side, long kernel, long stride, long padding)
    {
        foreach (var rows in new long[] { 1, 20 })
        {
            using var scope = NewDisposeScope();
            random.manual_seed(5);
            var images = randn(rows, inputs, side, side);
            foreach (var x in new[] { images, new ChannelsLast().call(images) })
            {
                AssertSame(
                    x, randn(outputs, inputs, kernel, kernel), (x, w) => nn.functional.conv2d(
                        x, w, strides: [stride, stride], padding: [padding, padding]));
                AssertSame(
                    x, randn(inputs, outputs, kernel, kernel), (x, w) => nn.functional.conv_transpose2d(
                        x, w, strides: [stride, stride], padding: [padding, padding]));
            }
        }
    }

    private static void AssertSame(Tensor x, Tensor weight, Func<Tensor, Tensor, Tensor> convolve)
    {
        foreach (var (expected, actual) in Results(x.to(float64), weight.to(float64), convolve).Zip(Results(x, weight, convolve)))
            Assert.AreEqual(0, ((actual - expected).abs().max() / expected.abs().max()).ToDouble(), 1e-4);
    }

    /// <summary>The convolution, and the gradients of x and of the weight for its sum of squares.</summary>
    private static Tensor[] Results(Tensor x, Tensor weight, Func<Tensor, Tensor, Tensor> convolve)
    {
        var (input, kernel) = (x.detach().requires_grad_(), weight.detach().requires_grad_());
        var result = convolve(input, kernel);
        return [result.detach(), .. autograd.grad([result.square().sum()], [input, kernel])];
    }
}
