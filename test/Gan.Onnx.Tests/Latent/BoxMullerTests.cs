namespace Gan.Onnx.Tests.Latent;

[TestClass]
public sealed class BoxMullerTests
{
    private static readonly uint[] Edges = [0, 1, 1u << 29, (1u << 30) - 1, 1u << 30, 1u << 31, 0xB504F333, uint.MaxValue - 1, uint.MaxValue];

    [TestMethod]
    public void Pair_EdgesAndManyWords_IsTheFormulaOfThePaperRoundedToSingle()
    {
        var words = Enumerable.Range(0, 200_000).Select(i => Philox.Block(new((uint)i, 0, 0, 0), 8, 0)).Select(block => (block.W0, block.W1));

        foreach (var (word0, word1) in words.Concat(Edges.SelectMany(_ => Edges, (first, second) => (first, second))))
        {
            var (z0, z1) = Pair(word0, word1);
            var (true0, true1) = Formula(word0, word1);
            Assert.AreEqual(true0, z0, Allowed(true0), $"words {word0}, {word1}");
            Assert.AreEqual(true1, z1, Allowed(true1), $"words {word0}, {word1}");
        }
    }

    [TestMethod]
    public void Pair_GreatestRadius_ReachesTheTails()
    {
        var radius = Math.Sqrt(66 * Math.Log(2));

        Assert.AreEqual(radius, Pair(0, 0).Z0, 1e-6);
        Assert.AreEqual(-radius, Pair(0, uint.MaxValue).Z1, 1e-6);
    }

    [TestMethod]
    public void Pair_SignBits_TurnTheSignOfOneNumberEach()
    {
        var (z0, z1) = Pair(123_456_789, 98_765_432);

        Assert.AreEqual((-z0, z1), Pair(123_456_789, 98_765_432 | 1u << 31));
        Assert.AreEqual((z0, -z1), Pair(123_456_789, 98_765_432 | 1u << 30));
    }

    [TestMethod]
    public void Normal_MillionNumbers_HaveTheDistributionOfTheStandardNormal()
    {
        var numbers = new float[1_000_000];
        new LatentSource(11, numbers.Length, LatentPrior.Normal).Fill(0, numbers);
        Array.Sort(numbers);

        // five standard errors
        Assert.AreEqual(0, numbers.Average(z => (double)z), 0.005);
        Assert.AreEqual(1, numbers.Average(z => Math.Pow(z, 2)), 0.0071);
        Assert.AreEqual(0, numbers.Average(z => Math.Pow(z, 3)), 0.0194);
        Assert.AreEqual(3, numbers.Average(z => Math.Pow(z, 4)), 0.049);
        Assert.AreEqual(63.3, numbers.Count(z => Math.Abs(z) > 4), 40);
        // exceeds 0.00223 once in 10,000 samples of a million normal numbers
        Assert.IsLessThan(0.00223, KolmogorovSmirnov(numbers));
    }

    /// <summary>The distance to the normal distribution, whose density is summed from number to number.</summary>
    private static double KolmogorovSmirnov(float[] sorted)
    {
        var (cumulative, distance) = (0.0, 0.0);
        for (var i = 1; i < sorted.Length; i++)
        {
            var middle = (sorted[i] + (double)sorted[i - 1]) / 2;
            cumulative += Math.Exp(-middle * middle / 2) / Math.Sqrt(2 * Math.PI) * (sorted[i] - (double)sorted[i - 1]);
            distance = Math.Max(distance, Math.Abs(cumulative - (i + 0.5) / sorted.Length));
        }
        return distance;
    }

    private static (float Z0, float Z1) Pair(uint word0, uint word1)
    {
        var (z0, z1) = BoxMuller.Pair(Lanes1.All((ulong)word0), Lanes1.All((ulong)word1));
        var numbers = new float[2];
        z0.Write(numbers);
        z1.Write(numbers.AsSpan(1));
        return (numbers[0], numbers[1]);
    }

    private static (double Z0, double Z1) Formula(uint word0, uint word1)
    {
        var radius = Math.Sqrt(-2 * Math.Log((word0 + 0.5) / Math.ScaleB(1, 32)));
        var (sine, cosine) = Math.SinCos(Math.PI / 2 * ((word1 & ((1u << 30) - 1)) + 0.5) / (1 << 30));
        return ((word1 >> 31 == 0 ? radius : -radius) * cosine, (word1 >> 30 & 1) == 0 ? radius * sine : -radius * sine);
    }

    /// <summary>Half a unit in the last place of single precision, and 3·10⁻¹⁰ of the formula.</summary>
    private static double Allowed(double z) => ((double)MathF.BitIncrement((float)Math.Abs(z)) - (float)Math.Abs(z)) / 2 + 3e-10;
}
