using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Losses;

/// <summary>What holds for every loss.</summary>
[TestClass]
public sealed class GanLossesTests
{
    private static IEnumerable<object[]> Names => LossCases.Names;

    [TestMethod]
    public void GanLosses_All_HaveNamesOfTheirOwn()
    {
        string[] names =
        [
            "non-saturating", "minimax", "least squares", "hinge", "Wasserstein", "relativistic pairing", "relativistic average",
            "non-saturating(real label=0.9)",
        ];

        CollectionAssert.AreEquivalent(names, LossCases.All.Select(loss => loss.Name).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void ForDiscriminator_RealAndFakeSwapped_IsMuchWorse(string name)
    {
        var (loss, d) = (LossCases.Named(name), LossCases.Judgement);

        var right = loss.ForDiscriminator(d).Scalar();
        var swapped = loss.ForDiscriminator(new Logits(d.Fake, d.Real)).Scalar();

        Assert.IsTrue(swapped > right + 0.5, $"{right} when right, {swapped} when swapped");
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Gradients_DeceivedDiscriminator_PullEitherPlayerItsOwnWay(string name)
    {
        var loss = LossCases.Named(name);

        var (real, fake) = loss.DiscriminatorGradient(real: -0.5, fake: 0.5);
        var generator = loss.GeneratorGradient(real: -0.5, fake: 0.5);

        Assert.IsTrue(real < -0.1, $"D raises the logit of real rows: {real}");
        Assert.IsTrue(fake > 0.1, $"D lowers the logit of fake rows: {fake}");
        Assert.IsTrue(generator < -0.1, $"G raises the logit of fake rows: {generator}");
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Gradients_LogitsOfOneHundred_AreFiniteAndDoNotVanishForADeceivedDiscriminator(string name)
    {
        var loss = LossCases.Named(name);

        foreach (var (real, fake) in new[] { (100.0, 100.0), (100, -100), (-100, 100), (-100, -100) })
        {
            var (towardsReal, towardsFake) = loss.DiscriminatorGradient(real, fake);
            var generator = loss.GeneratorGradient(real, fake);
            var values = new Logits(Assertions.Column((float)real), Assertions.Column((float)fake));
            double[] all = [towardsReal, towardsFake, generator, loss.ForDiscriminator(values).Scalar(), loss.ForGenerator(values).Scalar()];
            Assert.IsTrue(all.All(double.IsFinite), $"at {real}, {fake}: {string.Join(", ", all)}");
            if (real < fake) Assert.IsTrue(towardsReal < -0.8 && towardsFake > 0.9, $"{towardsReal}, {towardsFake}");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Losses_BatchTwice_AreTheSame(string name)
    {
        var (loss, d) = (LossCases.Named(name), LossCases.Judgement);
        var twice = new Logits(cat([d.Real, d.Real], 0), cat([d.Fake, d.Fake], 0));

        Assert.AreEqual(loss.ForDiscriminator(d).Scalar(), loss.ForDiscriminator(twice).Scalar(), 1e-6);
        Assert.AreEqual(loss.ForGenerator(d).Scalar(), loss.ForGenerator(twice).Scalar(), 1e-6);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void ForGenerator_WithoutRealLogits_IsPossibleUnlessRelativistic(string name)
    {
        var (loss, fakes) = (LossCases.Named(name), new Logits(null, LossCases.Judgement.Fake));

        if (loss.IsRelativistic) Assert.ThrowsExactly<InvalidOperationException>(() => loss.ForGenerator(fakes));
        else Assert.AreEqual(loss.ForGenerator(LossCases.Judgement).Scalar(), loss.ForGenerator(fakes).Scalar());
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Fit_WithTheLoss_TeachesTheClassesApart(string name)
    {
        var options = TestRows.Quick(
            label: "Label", rounds: 300, learningRate: 3e-3, loss: LossCases.Named(name), regularizer: GanRegularizers.R1(0.1));

        using var gan = TestRows.MLContext.Gan().Train(TestRows.Clusters(), options);

        double MeanOf(string className) => gan.Generator.Sample(200, className).GetColumn<float[]>("Sample").Average(sample => sample[1]);
        var apart = MeanOf("high") - MeanOf("low");
        Assert.IsTrue(apart is > 10 and < 30, $"20 in the data, {apart} in the samples");
    }
}
