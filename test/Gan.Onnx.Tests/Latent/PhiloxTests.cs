namespace Gan.Onnx.Tests.Latent;

[TestClass]
public sealed class PhiloxTests
{
    /// <summary>The known-answer vectors that Salmon et al. publish with Random123 for philox4x32, 10 rounds.</summary>
    [TestMethod]
    [DataRow(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [DataRow(
        0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [DataRow(
        0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Block_KnownCounterAndKey_GivesKnownAnswer(
        uint c0, uint c1, uint c2, uint c3, uint key0, uint key1, uint w0, uint w1, uint w2, uint w3)
    {
        Assert.AreEqual(new Philox.Words(w0, w1, w2, w3), Philox.Block(new(c0, c1, c2, c3), key0, key1));
    }

    [TestMethod]
    public void Unit_ExtremeWords_StaysInsideTheOpenInterval()
    {
        Assert.AreEqual(Math.ScaleB(1, -53), new Philox.Words(0, 0, 0, 0).Unit0);
        Assert.AreEqual(1 - Math.ScaleB(1, -53), new Philox.Words(uint.MaxValue, uint.MaxValue, 0, 0).Unit0);
    }
}
