using Microsoft.ML.Gan.Training.Loop;
using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Training.State;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Training.Loop;

[TestClass]
public sealed class BestWeightsTests
{
    [TestMethod]
    [DataRow(0.0, 2)]                                                         // the best
    [DataRow(0.15, 3)]                                                        // later weights that may be as good by chance
    public void Measure_QualityThatRisesAndFalls_KeepsTheBestUntilPatienceEnds(double chance, int kept)
    {
        using var scope = NewDisposeScope();
        using var network = nn.Linear(1, 1);
        using var average = new WeightAverage(network, halfLifeInSamples: null, batchSize: 1);
        var quality = new Queue<double>([0.5, 0.8, 0.7, double.NaN, 0.6]);
        var best = new BestWeights(average, quality.Dequeue, measurements: 5, patience: 0.5, chance);
        Assert.IsFalse(best.HasAny);

        var (ends, measured) = (new List<bool>(), new List<double?>());
        for (var time = 1; time <= 5; time++)
        {
            Set(network, time);
            measured.Add(best.Measure(20 * time, 100));
            if (time < 5) Assert.IsNull(best.Measure(20 * time + 1, 100), "It is not time.");
            ends.Add(best.IsOver(100));
        }
        average.Apply();

        CollectionAssert.AreEqual(new double?[] { 0.5, 0.8, 0.7, double.NaN, 0.6 }, measured);
        Assert.IsTrue(best.HasAny);
        Assert.AreEqual(kept, Weight(network));
        CollectionAssert.AreEqual(new[] { false, false, false, false, kept == 2 }, ends);
    }

    [TestMethod]
    public void Measure_SavedAndLoadedIntoAnother_KeepsTheBestOfBoth()
    {
        using var scope = NewDisposeScope();
        var saved = new SavedState();
        using var network = nn.Linear(1, 1);
        using var average = new WeightAverage(network, halfLifeInSamples: null, batchSize: 1);
        Set(network, 1);
        var first = new BestWeights(average, () => 0.8, measurements: 5, patience: 0.5);
        first.Measure(20, 100);
        first.Save(new StateWriter(saved));
        Set(network, 2);

        var second = new BestWeights(average, () => 0.7, measurements: 5, patience: 0.5);
        second.Load(new StateReader(saved));

        Assert.IsTrue(second.HasAny);
        Assert.IsNull(second.Measure(39, 100), "It is not time.");
        second.Measure(40, 100);
        Assert.IsFalse(second.IsOver(100));
        second.Measure(70, 100);
        Assert.IsTrue(second.IsOver(100));
        Assert.IsFalse(second.IsOver(200), "Of a longer training there is more to expect.");
        average.Apply();
        Assert.AreEqual(1, Weight(network));
    }

    [TestMethod]
    public void Measure_AveragedWeights_AreWhatIsMeasured()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Linear(1, 1);
        Set(network, 1);
        using var average = new WeightAverage(network, halfLifeInSamples: 1e9, batchSize: 1);
        Set(network, 7);                                                      // the average still has the weight of before
        var best = new BestWeights(average, () => Weight(network), measurements: 1, patience: 1);

        Assert.AreEqual(1, best.Measure(1, 10));

        Assert.AreEqual(7, Weight(network));
    }

    private static void Set(Linear network, float weight)
    {
        using var noGrad = no_grad();
        network.weight!.fill_(weight);
    }

    private static float Weight(Linear network) => network.weight!.item<float>();
}
