namespace Gan.Onnx.Tests.Identifiers;

[TestClass]
public sealed class IndexPermutationTests
{
    [TestMethod]
    public void At_EachIndexOfSmallSizes_IsHitOnce()
    {
        foreach (var size in Enumerable.Range(1, 70).Concat([255, 256, 257, 4_095, 10_000]))
        {
            var order = new IndexPermutation((ulong)size, seed: 4, column: 1);

            var all = Enumerable.Range(0, size).Select(index => (int)order.At((ulong)index)).Order();

            CollectionAssert.AreEqual(Enumerable.Range(0, size).ToArray(), all.ToArray(), $"of {size}");
        }
    }

    [TestMethod]
    public void At_OtherSeedsAndColumns_AreInOtherOrders()
    {
        CollectionAssert.AreEqual(Of(1, 0), Of(1, 0));
        Assert.IsLessThan(10, Of(1, 0).Zip(Of(2, 0)).Count(pair => pair.First == pair.Second));
        Assert.IsLessThan(10, Of(1, 0).Zip(Of(1, 1)).Count(pair => pair.First == pair.Second));

        static ulong[] Of(int seed, int column) =>
            [.. Enumerable.Range(0, 50).Select(index => new IndexPermutation(1_000, seed, column).At((ulong)index))];
    }

    [TestMethod]
    public void At_TheLargestSize_StaysWithinIt()
    {
        const ulong size = 1UL << 62;
        var order = new IndexPermutation(size, 1, 0);

        Assert.IsTrue(Enumerable.Range(0, 1_000).Select(index => order.At(size - 1 - (ulong)index)).All(index => index < size));
    }
}
