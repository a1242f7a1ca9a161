using Microsoft.ML.Gan.Tabular.Players;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Players;

[TestClass]
public sealed class ProductFeaturesTests
{
    [TestMethod]
    public void Forward_HandValues_AreTheInputAndTheProductsOfItsCombinations()
    {
        using var scope = NewDisposeScope();
        using var layer = new ProductFeatures(2, 1);
        Set(layer, "left", [2, -1], 0.5f);
        Set(layer, "right", [1, 3], -1);

        var output = layer.call(tensor(new float[,] { { 1, 2 }, { -3, 0.5f } }));

        CollectionAssert.AreEqual(new float[] { 1, 2, 0.5f * 6, -3, 0.5f, -6 * -2.5f }, output.data<float>().ToArray());
    }

    private static void Set(ProductFeatures layer, string side, float[] weights, float bias)
    {
        using var noGrad = no_grad();
        layer.get_parameter($"{side}.weight")!.copy_(tensor(weights, [1, 2]));
        layer.get_parameter($"{side}.bias")!.fill_(bias);
    }
}
