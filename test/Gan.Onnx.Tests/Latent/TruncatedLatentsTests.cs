using Microsoft.ML;

namespace Gan.Onnx.Tests.Latent;

[TestClass]
public sealed class TruncatedLatentsTests
{
    private const int Size = 50, Rows = 1000;

    [TestMethod]
    public void DrawLatents_NoThreshold_GivesTheVectorsOfSample()
    {
        using var generator = Load();
        var latents = new float[3 * 16];

        generator.DrawLatents(latents, seed: 4, firstRow: 7);

        var rows = generator.Sample(10, seed: 4).Vectors("Latent");
        CollectionAssert.AreEqual(rows[7..].SelectMany(row => row).ToArray(), latents);
    }

    [TestMethod]
    [DataRow(2f)]
    [DataRow(0.5f)]
    public void Fill_ComponentsWithinTheThreshold_StayAndTheOthersAreWithinIt(float threshold)
    {
        var (all, kept) = (Fill(float.PositiveInfinity), Fill(threshold));

        for (var i = 0; i < all.Length; i++)
        {
            Assert.IsLessThanOrEqualTo(threshold, MathF.Abs(kept[i]));
            if (MathF.Abs(all[i]) <= threshold) Assert.AreEqual(all[i], kept[i]);
            else Assert.AreNotEqual(all[i], kept[i]);
        }
    }

    [TestMethod]
    [DataRow(2f)]
    [DataRow(0.5f)]
    public void Fill_ANormalPrior_HasTheTruncatedDistribution(float threshold)
    {
        var sorted = Fill(threshold).Order().ToArray();

        var (low, all) = (Normal(-threshold), Normal(threshold) - Normal(-threshold));
        var distance = sorted.Select((value, i) => Math.Abs((i + 0.5) / sorted.Length - (Normal(value) - low) / all)).Max();
        Assert.IsLessThan(1.95 / Math.Sqrt(sorted.Length), distance);            // Kolmogorov and Smirnov: once in a thousand seeds
    }

    [TestMethod]
    public void Fill_FewerRows_AreTheFirstOfMore()
    {
        var few = new float[3 * Size];

        TruncatedLatents.Fill(Source(), 5, 1, few);

        CollectionAssert.AreEqual(Fill(1)[(5 * Size)..(8 * Size)], few);
    }

    [TestMethod]
    public void Fill_LeastThreshold_Ends()
    {
        var latents = new float[4 * Size];

        TruncatedLatents.Fill(Source(), 0, TruncatedLatents.LeastThreshold, latents);

        Assert.IsLessThanOrEqualTo(TruncatedLatents.LeastThreshold, latents.Max(MathF.Abs));
    }

    [TestMethod]
    public void DrawLatents_OutOfRange_SaysWhatFits()
    {
        using var generator = Load();

        Assert.StartsWith(
            "The latents must have 16 values a row, but had 17 values in all.",
            Assert.ThrowsExactly<ArgumentException>(() => generator.DrawLatents(new float[17])).Message);
        Assert.StartsWith(
            "The threshold must be at least 0.01, but was 0.",
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => generator.DrawLatents(new float[16], threshold: 0)).Message);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => generator.DrawLatents(new float[16], threshold: float.NaN));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => generator.DrawLatents(new float[16], firstRow: -1));
    }

    private static LatentSource Source() => new(9, Size, LatentPrior.Normal);

    private static float[] Fill(float threshold)
    {
        var latents = new float[Rows * Size];
        TruncatedLatents.Fill(Source(), 0, threshold, latents);
        return latents;
    }

    private static GeneratorTransformer Load() => new MLContext().Gan().LoadGenerator(new MemoryStream(TestModels.Network()));

    /// <summary>The normal distribution function, by Simpson's rule from 0.</summary>
    private static double Normal(double z)
    {
        const int Parts = 200;
        var h = z / Parts;
        var sum = 0.0;
        for (var i = 0; i <= Parts; i++) sum += (i is 0 or Parts ? 1 : i % 2 == 1 ? 4 : 2) * Math.Exp(-h * i * h * i / 2);
        return 0.5 + sum * h / 3 / Math.Sqrt(2 * Math.PI);
    }
}
