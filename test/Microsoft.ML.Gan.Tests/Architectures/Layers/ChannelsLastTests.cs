using Microsoft.ML.Gan.Architectures.Layers;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Architectures.Layers;

[TestClass]
public sealed class ChannelsLastTests
{
    public static IEnumerable<GanArchitecture> ImageArchitectures =>
        [GanArchitectures.Dcgan(16, 16), GanArchitectures.Residual(16), GanArchitectures.Upsampling(16, 16)];

    [TestMethod]
    public void Forward_Images_ChangesTheOrderInMemoryAlone()
    {
        using var scope = NewDisposeScope();
        using var layer = new ChannelsLast();
        var images = arange(2 * 3 * 4 * 5, ScalarType.Float32).reshape(2, 3, 4, 5);

        var output = layer.call(images);

        CollectionAssert.AreEqual(images.data<float>().ToArray(), output.data<float>().ToArray());
        CollectionAssert.AreEqual(OneDnn.PrefersChannelsLast ? [60, 1, 15, 3] : new long[] { 60, 20, 5, 1 }, output.stride());
    }

    [TestMethod]
    [DynamicData(nameof(ImageArchitectures))]
    public void Generator_Images_StayInThatOrderToTheEnd(GanArchitecture architecture) =>
        AssertKept(architecture.BuildGenerator(8, [3, 16, 16]), randn(2, 8));

    [TestMethod]
    [DynamicData(nameof(ImageArchitectures))]
    public void Discriminator_Images_StayInThatOrderToTheEnd(GanArchitecture architecture) =>
        AssertKept(architecture.BuildDiscriminator([3, 16, 16]), randn(2, 3, 16, 16));

    private static void AssertKept(nn.Module<Tensor, Tensor> network, Tensor value)
    {
        if (!OneDnn.PrefersChannelsLast) Assert.Inconclusive("This machine's convolutions are not faster so.");
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var images = 0;
        foreach (var layer in ((Sequential)network).children().Cast<nn.Module<Tensor, Tensor>>())
        {
            value = layer.call(value);
            if (layer is ChannelsLast) images++;
            else if (images > 0 && value.dim() == 4) Assert.AreEqual(1, value.stride(1), $"after {layer.GetName()}");
        }
        Assert.AreEqual(1, images);
    }
}
