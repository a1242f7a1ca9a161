namespace Gan.Onnx.Tests.Identifiers;

[TestClass]
public sealed class FreeNumbersTests
{
    [TestMethod]
    public void Within_AnyTakenNumbers_HasNoneOfThem()
    {
        foreach (var seed in Enumerable.Range(0, 50))
        {
            var random = new Random(seed);
            HashSet<long> taken = [.. Enumerable.Range(0, 1 + random.Next(200)).Select(_ => random.NextInt64(200_000))];

            var free = FreeNumbers.Within(1_000, 200_000, taken);

            long[] all = [.. Enumerable.Range(0, (int)free.Count).Select(index => free.At((ulong)index))];
            Assert.IsGreaterThan(taken.Count, all.Length, "There are several for each that is taken.");
            Assert.HasCount(all.Length, all.Distinct());
            Assert.IsTrue(all.All(number => number is >= 1_000 and < 201_000 && !taken.Contains(number - 1_000)), $"seed {seed}");
        }
    }

    [TestMethod]
    public void Within_AFullRange_HasNone() =>
        Assert.AreEqual(0, FreeNumbers.Within(1, 1_000, [.. Enumerable.Range(0, 900).Select(number => (long)number)]).Count);

    [TestMethod]
    [DataRow(1, 26_048, 27_000)]
    [DataRow(0, 99, 100)]
    [DataRow(-50, 949, 950)]
    public void Beside_RunningNumbers_GoOnBehindThem(int first, int last, int next)
    {
        long[] taken = [.. Enumerable.Range(first, last - first + 1).Select(number => (long)number)];

        var numbers = IdentifierNumbers.Beside(taken, int.MinValue, int.MaxValue);

        Assert.AreEqual((0L, (long)next), (numbers.Free.Count, numbers.Next));
        Assert.AreEqual(next + 7, numbers.At(7, new IndexPermutation(1, 0, 0)));
    }

    [TestMethod]
    public void At_MoreRowsThanNumbers_IsRefused()
    {
        var numbers = IdentifierNumbers.Beside([.. Enumerable.Range(0, 250).Select(number => (long)number)], 0, 255);

        Assert.AreEqual(255, numbers.At(255 - numbers.Next, new IndexPermutation(1, 0, 0)));
        Assert.ThrowsExactly<InvalidOperationException>(() => numbers.At(256 - numbers.Next, new IndexPermutation(1, 0, 0)));
    }
}
