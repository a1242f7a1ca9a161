using Microsoft.ML.Gan.Training.Optimizers;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Training.Optimizers;

[TestClass]
public sealed class WeightAverageTests
{
    [TestMethod]
    public void Update_LongRun_HalvesOldWeightsInOneHalfLife()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(1, 1, hasBias: false);
        using var average = new WeightAverage(layer, halfLifeInSamples: 640, batchSize: 64);
        Set(layer, 1);
        for (var round = 0; round < 1000; round++) average.Update();          // past the ramp-up: 5 % of 64,000 samples is more than 640
        Set(layer, 0);

        for (var round = 0; round < 10; round++) average.Update();            // 640 samples
        average.Apply();

        Assert.AreEqual(0.5, layer.weight!.Scalar(), 1e-4);
    }

    [TestMethod]
    public void Update_FirstRounds_ForgetTheInitialWeights()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(1, 1, hasBias: false);
        Set(layer, 1000);
        using var average = new WeightAverage(layer, halfLifeInSamples: 1e6, batchSize: 64);
        Set(layer, 1);

        average.Update();                                                     // half-life 0.05 batches: ½²⁰ of the first weights is left
        average.Apply();

        Assert.AreEqual(1 + 999 * Math.Pow(0.5, 20), layer.weight!.Scalar(), 1e-4);
    }

    [TestMethod]
    public void Apply_WithoutHalfLife_KeepsTheLastWeights()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(1, 1, hasBias: false);
        using var average = new WeightAverage(layer, null, 64);
        Set(layer, 3);

        average.Update();
        average.Apply();

        Assert.AreEqual(3, layer.weight!.Scalar());
    }

    private static void Set(TorchSharp.Modules.Linear layer, float value)
    {
        using var noGrad = no_grad();
        layer.weight!.fill_(value);
    }
}
