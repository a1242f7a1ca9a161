using Microsoft.ML.Gan.Tabular.Sketches;

namespace Microsoft.ML.Gan.Tests.Tabular.Sketches;

[TestClass]
public sealed class ReservoirTests
{
    private const int Size = 50, Rows = 1_000, Seeds = 2_000;

    [TestMethod]
    public void Next_OverManySeeds_TakesEachRowAlikeByChiSquare()
    {
        var times = new int[Rows];
        for (var seed = 0; seed < Seeds; seed++)
            foreach (var row in Sample(Rows, seed)) times[row]++;

        // rows are drawn without replacement, so that a count's variance is expected · (1 − Size / Rows)
        var expected = (double)Seeds * Size / Rows;
        var chiSquare = times.Sum(count => Math.Pow(count - expected, 2) / expected) / (1 - (double)Size / Rows);

        Assert.AreEqual(Rows - 1, chiSquare, 4 * Math.Sqrt(2 * (Rows - 1)));
    }

    [TestMethod]
    public void Next_RowsThatFit_AreKeptInTheirOrder() =>
        CollectionAssert.AreEqual(Enumerable.Range(0, Size).ToArray(), Sample(Size, seed: 3));

    [TestMethod]
    public void Next_SameSeed_IsTheSameSample()
    {
        CollectionAssert.AreEqual(Sample(Rows, seed: 3), Sample(Rows, seed: 3));
        CollectionAssert.AreNotEqual(Sample(Rows, seed: 3), Sample(Rows, seed: 4));
    }

    private static int[] Sample(int rows, int seed)
    {
        var reservoir = new Reservoir(Size, seed);
        var sample = new int[Size];
        for (var row = 0; row < rows; row++)
            if (reservoir.Next() is var place and not Reservoir.Nowhere) sample[place] = row;
        Assert.AreEqual((rows, Size), (reservoir.Rows, reservoir.Count));
        return sample;
    }
}
