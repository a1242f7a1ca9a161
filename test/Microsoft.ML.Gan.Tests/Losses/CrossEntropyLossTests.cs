using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Losses;

[TestClass]
public sealed class CrossEntropyLossTests
{
    // σ(1) = 0.731059, σ(−2) = 0.119203, σ(3) = 0.952574, σ(0) = 0.5
    private static Logits Judgement => new(Assertions.Column(1, 3), Assertions.Column(-2, 0));

    [TestMethod]
    public void ForDiscriminator_HandValues_IsBinaryCrossEntropyWithRealOneFakeZero()
    {
        var expected = -((Math.Log(0.7310585786) + Math.Log(0.9525741268)) / 2) - ((Math.Log(1 - 0.1192029220) + Math.Log(0.5)) / 2);

        Assert.AreEqual(expected, GanLosses.NonSaturating.ForDiscriminator(Judgement).Scalar(), 1e-6);
        Assert.AreEqual(expected, GanLosses.Minimax.ForDiscriminator(Judgement).Scalar(), 1e-6);
    }

    [TestMethod]
    public void ForDiscriminator_AgainstTorchCrossEntropy_IsItsSumOverLabelsOneAndZero()
    {
        var (real, fake) = (randn(64, 1) * 3, randn(64, 1) * 3 - 1);

        var expected = nn.functional.binary_cross_entropy_with_logits(real, ones_like(real)) + nn.functional.binary_cross_entropy_with_logits(
            fake, zeros_like(fake));

        Assert.AreEqual(expected.Scalar(), GanLosses.NonSaturating.ForDiscriminator(new Logits(real, fake)).Scalar(), 1e-5);
    }

    [TestMethod]
    public void ForDiscriminator_RealAndFakeSwapped_GivesAnotherLoss()
    {
        var swapped = new Logits(Judgement.Fake, Judgement.Real);

        Assert.AreNotEqual(
            GanLosses.NonSaturating.ForDiscriminator(Judgement).Scalar(), GanLosses.NonSaturating.ForDiscriminator(swapped).Scalar(), 1.0);
    }

    [TestMethod]
    public void ForGenerator_HandValues_AreThePapersTwoForms()
    {
        var fakes = new Logits(null, Judgement.Fake);

        Assert.AreEqual(-(Math.Log(0.1192029220) + Math.Log(0.5)) / 2, GanLosses.NonSaturating.ForGenerator(fakes).Scalar(), 1e-6);
        Assert.AreEqual((Math.Log(1 - 0.1192029220) + Math.Log(0.5)) / 2, GanLosses.Minimax.ForGenerator(fakes).Scalar(), 1e-6);
    }

    [TestMethod]
    [DataRow(100f)]
    [DataRow(-100f)]
    public void ForDiscriminator_LogitsOfOneHundred_IsFiniteWithFiniteGradient(float logit)
    {
        var real = Assertions.Column(logit).requires_grad_();
        var fake = Assertions.Column(logit).requires_grad_();

        var loss = GanLosses.NonSaturating.ForDiscriminator(new Logits(real, fake));
        var gradients = autograd.grad([loss], [real, fake]);

        Assert.AreEqual(100, loss.Scalar(), 1e-3);
        Assert.AreEqual(-1, gradients[0].Scalar() - gradients[1].Scalar(), 1e-6);
    }

    [TestMethod]
    [DataRow("non-saturating")]
    [DataRow("minimax")]
    public void Gradients_OfBothPlayers_PointAgainstEachOther(string name)
    {
        var loss = new[] { GanLosses.NonSaturating, GanLosses.Minimax }.Single(loss => loss.Name == name);
        var (real, fake) = (Assertions.Column(0.5f).requires_grad_(), Assertions.Column(-0.5f).requires_grad_());

        var discriminator = autograd.grad([loss.ForDiscriminator(new Logits(real, fake))], [real, fake]);
        var generator = autograd.grad([loss.ForGenerator(new Logits(null, fake))], [fake]);

        Assert.IsTrue(discriminator[0].Scalar() < 0, "D raises the logit of real rows.");
        Assert.IsTrue(discriminator[1].Scalar() > 0, "D lowers the logit of fake rows.");
        Assert.IsTrue(generator[0].Scalar() < 0, "G raises the logit of fake rows.");
    }

    [TestMethod]
    public void ForGenerator_SureDiscriminator_SaturatesOnlyTheMinimaxLoss()
    {
        var fake = Assertions.Column(-10).requires_grad_();

        var minimax = autograd.grad([GanLosses.Minimax.ForGenerator(new Logits(null, fake))], [fake])[0].Scalar();
        var nonSaturating = autograd.grad([GanLosses.NonSaturating.ForGenerator(new Logits(null, fake))], [fake])[0].Scalar();

        Assert.AreEqual(-1 / (1 + Math.Exp(10)), minimax, 1e-8);              // −σ(−10)
        Assert.AreEqual(-1 / (1 + Math.Exp(-10)), nonSaturating, 1e-6);       // −σ(10)
    }

    [TestMethod]
    public void Real_OfLogitsWithoutReal_SaysThatTheLossMustBeRelativistic()
    {
        var failure = Assert.ThrowsExactly<InvalidOperationException>(() => new Logits(null, Judgement.Fake).Real);

        Assert.AreEqual(
            "A loss whose generator step uses the logits of real rows must be relativistic. Return true from IsRelativistic.", failure.Message);
    }
}
