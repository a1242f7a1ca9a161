namespace Gan.AspNetCore.Tests.Pictures;

[TestClass]
public sealed class Crc32Tests
{
    [TestMethod]
    public void Crc32_KnownTexts_HaveKnownSums()
    {
        Assert.AreEqual(0xCBF43926u, Crc32.Of("123456789"u8));
        Assert.AreEqual(0xAE426082u, Crc32.Of("IEND"u8));           // the last four bytes of every PNG file
        Assert.AreEqual(0u, Crc32.Of([]));
    }
}
