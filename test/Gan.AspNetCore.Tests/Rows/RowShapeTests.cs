namespace Gan.AspNetCore.Tests.Rows;

[TestClass]
public sealed class RowShapeTests
{
    /// <summary>Rows of any size are made in few megabytes, and at least one is.</summary>
    [TestMethod]
    [DataRow(1, 256)]
    [DataRow(4096, 256)]
    [DataRow(3 * 512 * 512, 1)]
    [DataRow(1 << 26, 1)]
    public void RowsAtOnce_OfRowsOfASize_NeedLittleMemory(int size, int expected) =>
        Assert.AreEqual(expected, new RowShape(size, [], Images: null).RowsAtOnce);
}
