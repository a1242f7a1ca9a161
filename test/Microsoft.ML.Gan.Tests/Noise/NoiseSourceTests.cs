using Gan.Onnx;
using Microsoft.ML.Gan.Noise;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Noise;

[TestClass]
[DoNotParallelize]
public sealed class NoiseSourceTests
{
    [TestMethod]
    public void Latents_TwoCalls_DifferAndTwoSourcesOfOneSeedAgree()
    {
        using var scope = NewDisposeScope();
        using var first = new NoiseSource(7, LatentPrior.Normal, CPU);
        using var second = new NoiseSource(7, LatentPrior.Normal, CPU);

        var (one, two, again) = (first.Latents(100, 4), first.Latents(100, 4), second.Latents(100, 4));

        Assert.IsFalse(one.equal(two).all().ToBoolean());
        Assert.IsTrue(one.equal(again).all().ToBoolean());
    }

    [TestMethod]
    [DataRow(LatentPrior.Normal, 1.0)]
    [DataRow(LatentPrior.Uniform, 1.0 / 3)]
    public void Latents_ManyRows_HaveThePriorsMoments(LatentPrior prior, double variance)
    {
        using var scope = NewDisposeScope();
        using var noise = new NoiseSource(3, prior, CPU);

        var latents = noise.Latents(50_000, 2);

        Assert.AreEqual(0, latents.mean().ToDouble(), 0.01);
        Assert.AreEqual(variance, latents.var().ToDouble(), 0.02);
        if (prior == LatentPrior.Uniform) Assert.IsTrue(latents.abs().max().ToDouble() is > 0.99 and <= 1);
    }

    [TestMethod]
    public void Noise_OfPenalties_FollowsTheSeedAndLeavesTheLatentsAsTheyAre()
    {
        using var scope = NewDisposeScope();
        using var first = new NoiseSource(7, LatentPrior.Normal, CPU);
        using var second = new NoiseSource(7, LatentPrior.Normal, CPU);
        using var untouched = new NoiseSource(7, LatentPrior.Normal, CPU);

        var (uniform, normal) = (first.Uniform(200, 100), first.Normal(200, 100));

        Assert.IsTrue(uniform.equal(second.Uniform(200, 100)).all().ToBoolean() && normal.equal(second.Normal(200, 100)).all().ToBoolean());
        Assert.IsTrue(first.Latents(5, 4).equal(untouched.Latents(5, 4)).all().ToBoolean());
        Assert.AreEqual(0.5, uniform.mean().ToDouble(), 0.01);
        Assert.AreEqual(1.0 / 12, uniform.var().ToDouble(), 0.002);
        Assert.AreEqual(0, normal.mean().ToDouble(), 0.03);
        Assert.AreEqual(1, normal.var().ToDouble(), 0.03);
    }

    [TestMethod]
    public void Dispose_AfterUse_GivesTorchItsGlobalStateBack()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(5);
        var expected = randn(4).data<float>().ToArray();
        random.manual_seed(5);

        using (new NoiseSource(1, LatentPrior.Normal, CPU)) randn(100);

        CollectionAssert.AreEqual(expected, randn(4).data<float>().ToArray());
    }
}
