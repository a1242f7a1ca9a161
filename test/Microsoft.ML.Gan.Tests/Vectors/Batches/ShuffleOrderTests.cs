using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Vectors.Batches;

namespace Microsoft.ML.Gan.Tests.Vectors.Batches;

[TestClass]
public sealed class ShuffleOrderTests
{
    /// <summary>
    /// Rows 0 and 1 are held. Place 1 gives row 1 and gets 2, place 0 gives 0 and gets 3, place 1 gives 2 and gets 4. Then 4 and 3 go.
    /// </summary>
    [TestMethod]
    public void Numbers_FiveRowsThroughTwoPlaces_AreAsByHand() =>
        CollectionAssert.AreEqual(new long[] { 1, 0, 2, 4, 3 }, ShuffleOrder.Numbers(5, 2, new Draws([1, 0, 1], [1, 0])));

    /// <summary>In the second pass the same, though its rows 0 and 1 were read into the places 1 and 0, as the first left them.</summary>
    [TestMethod]
    public void Pass_TheSecond_HasTheOrderOfTheFirstInThePlacesItLeft()
    {
        var order = new ShuffleOrder(5, 2);

        CollectionAssert.AreEqual(new[] { 1, 0, 1, 1, 0 }, order.Pass(new Draws([1, 0, 1], [1, 0])).Take(5).ToList());
        CollectionAssert.AreEqual(new[] { 0, 1, 0, 0, 1 }, order.Pass(new Draws([1, 0, 1], [1, 0])).Take(5).ToList());
    }

    [TestMethod]
    public void Numbers_AllRowsInTheBuffer_AreThePermutation() =>
        CollectionAssert.AreEqual(new long[] { 2, 0, 1 }, ShuffleOrder.Numbers(3, 3, new Draws([], [2, 0, 1])));

    [TestMethod]
    public void Numbers_OnePlace_KeepTheRowsAsTheyCome() =>
        CollectionAssert.AreEqual(new long[] { 0, 1, 2, 3 }, ShuffleOrder.Numbers(4, 1, new Draws([0, 0, 0], [0])));

    [TestMethod]
    [DataRow(1, 1)]
    [DataRow(7, 3)]
    [DataRow(5_000, 37)]
    [DataRow(5_000, 4_999)]
    [DataRow(9_000, 9_000)]
    public void Numbers_AnyBuffer_HaveEachRowOnceAndNoneBeforeItIsRead(int rows, int places)
    {
        using var noise = new NoiseSource(4, global::Gan.Onnx.LatentPrior.Normal, TorchSharp.torch.CPU);
        using var stream = noise.OrderOfRows();

        for (var pass = 0; pass < 3; pass++)
        {
            var numbers = ShuffleOrder.Numbers(rows, places, stream);

            CollectionAssert.AreEqual(Enumerable.Range(0, rows).Select(row => (long)row).ToList(), numbers.Order().ToList());
            Assert.IsTrue(numbers.Index().All(row => row.Item < row.Index + places), "A row is in the buffer when it is taken.");
        }
    }

    private sealed class Draws(long[] numbers, long[] permutation) : IOrderDraws
    {
        public long[] Numbers(long count, long below) => count == numbers.Length ? numbers : throw new ArgumentException($"{count}");

        public long[] Permutation(long count) => count == permutation.Length ? permutation : throw new ArgumentException($"{count}");
    }
}
