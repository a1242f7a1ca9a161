using Gan.Onnx;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Training.State;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Devices;

/// <summary>What a device has in the place of the CPU's own: noise by counted seeds, averages side by side.</summary>
[TestClass]
[DoNotParallelize]
public sealed class DeviceStreamTests
{
    [TestMethod]
    public void Seed_DrawsOfTwoStreams_AreAllDifferent()
    {
        DeviceStream[] streams = [new(1), new(3)];

        var seeds = streams.SelectMany(stream => Enumerable.Range(0, 1000).Select(draw => stream.Seed(draw))).ToList();

        Assert.HasCount(2000, seeds.Distinct());
        Assert.AreEqual(new DeviceStream(1).Seed(7), streams[0].Seed(7));
    }

    [TestMethod]
    public void Load_StateOfADevice_GoesOnWithTheNextDrawAndThatOfTheCpuBegins()
    {
        using var scope = NewDisposeScope();
        SavedState ofDevice = [], ofCpu = [];
        using (var first = new NoiseSource(4, LatentPrior.Normal, META))
        {
            for (var draw = 0; draw < 3; draw++) first.Latents(2, 2);
            first.Save(new StateWriter(ofDevice));
        }
        using (var cpu = new NoiseSource(4, LatentPrior.Normal, CPU)) cpu.Save(new StateWriter(ofCpu));

        Assert.AreEqual(3, DrawsAfter(ofDevice));
        Assert.AreEqual(0, DrawsAfter(ofCpu));
        using var back = new NoiseSource(4, LatentPrior.Normal, CPU);
        back.Load(new StateReader(ofDevice));                                 // goes on where the CPU left, from its first number here
        using var fresh = new NoiseSource(4, LatentPrior.Normal, CPU);
        Assert.IsTrue(back.Latents(5, 2).equal(fresh.Latents(5, 2)).all().ToBoolean());
    }

    [TestMethod]
    public void Update_AveragesSideBySide_AreThoseOfTheCpu()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        using var network = nn.Sequential(nn.Linear(3, 5), nn.Linear(5, 2));
        using WeightAverage plain = new(network, 100, 10), flat = new(network, 100, 10, isFlat: true);
        for (var round = 0; round < 20; round++)
        {
            using (no_grad()) foreach (var weight in network.parameters()) weight.copy_(randn(weight.shape));
            plain.Update();
            flat.Update();
        }

        plain.Apply();
        var expected = Weights(network);
        flat.Apply();

        foreach (var (mine, theirs) in Weights(network).Zip(expected)) Assert.AreEqual(theirs, mine, 1e-6f);
        Assert.IsGreaterThan(0.01f, expected.Max());
    }

    private static long DrawsAfter(SavedState state)
    {
        using var noise = new NoiseSource(4, LatentPrior.Normal, META);
        noise.Load(new StateReader(state));
        SavedState again = [];
        noise.Save(new StateWriter(again));
        return new StateReader(again).Section("deviceLatents").Read<long>("drawn");
    }

    private static float[] Weights(nn.Module network) => [.. network.parameters().SelectMany(weight => weight.detach().data<float>())];
}
