namespace Microsoft.ML.Gan.Tests.Losses;

[TestClass]
public sealed class RelativisticPairingLossTests
{
    // D(x) − D(G(z)): 2 − (−2) = 4 and 0.5 − 0 = 0.5
    [TestMethod]
    public void ForDiscriminator_HandValues_ComparesPairs() =>
        Assert.AreEqual((0.0181499279 + 0.4740769842) / 2, GanLosses.RelativisticPairing.ForDiscriminator(LossCases.Judgement).Scalar(), 1e-6);

    [TestMethod]
    public void ForGenerator_HandValues_ComparesTheOtherWayRound() =>
        Assert.AreEqual((4.0181499279 + 0.9740769842) / 2, GanLosses.RelativisticPairing.ForGenerator(LossCases.Judgement).Scalar(), 1e-6);

    [TestMethod]
    public void Losses_AllLogitsShifted_AreTheSame()
    {
        var (loss, d) = (GanLosses.RelativisticPairing, LossCases.Judgement);
        var shifted = new Logits(d.Real + 5, d.Fake + 5);

        Assert.AreEqual(loss.ForDiscriminator(d).Scalar(), loss.ForDiscriminator(shifted).Scalar(), 1e-6);
        Assert.AreEqual(loss.ForGenerator(d).Scalar(), loss.ForGenerator(shifted).Scalar(), 1e-6);
    }

    [TestMethod]
    public void ForDiscriminator_RowsPairedOtherwise_Differs()
    {
        var d = LossCases.Judgement;
        var paired = new Logits(d.Real, d.Fake.flip(0));                      // 2 − 0 and 0.5 − (−2)

        Assert.AreEqual((0.1269280110 + 0.0788897343) / 2, GanLosses.RelativisticPairing.ForDiscriminator(paired).Scalar(), 1e-6);
    }
}
