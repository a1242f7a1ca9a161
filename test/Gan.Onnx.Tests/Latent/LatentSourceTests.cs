using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Gan.Onnx.Tests.Latent;

/// <summary>Row i of a seed, to the bit: what other machines have made must come out here, by vectors of any width and without any.</summary>
[TestClass]
public sealed class LatentSourceTests
{
    [TestMethod]
    [DataRow(LatentPrior.Normal, 64, "aef0c30068645a0051bd39c032abdb12145815c21083eeb346ac1cd15739b821")]
    [DataRow(LatentPrior.Normal, 37, "7d3c1f27d66634c592b646a2838f4349ba8968eef4c7929ea82a9f7fee0f2cf0")]
    [DataRow(LatentPrior.Uniform, 64, "fade1195d175b40f5c045a5aaa735df28830c7d5a1552acaa7e4867c50b2998d")]
    [DataRow(LatentPrior.Uniform, 37, "52c0d7209de21adf2698de745ef7a0fce61d28c89b4c8783dc8dd7de4df08b4a")]
    public void Fill_ThousandRowsByAnyNumberOfLanes_GivesTheKnownBits(LatentPrior prior, int latentSize, string hash)
    {
        var source = new LatentSource(5, latentSize, prior);

        Assert.AreEqual(hash, Hash(latentSize, source.Fill<Lanes1>));
        Assert.AreEqual(hash, Hash(latentSize, source.Fill<Lanes2>));
        Assert.AreEqual(hash, Hash(latentSize, source.Fill<Lanes4>));
        Assert.AreEqual(hash, Hash(latentSize, source.Fill<Lanes8>));
        Assert.AreEqual(hash, Hash(latentSize, source.Fill));
    }

    [TestMethod]
    [DataRow(LatentPrior.Normal, -0.773323834f, 1.81051195f, 0.758928061f, -1.95318031f)]
    [DataRow(LatentPrior.Uniform, -0.712014258f, 0.371506751f, 0.312861502f, -0.720718563f)]
    public void Fill_FarRowOfNegativeSeed_GivesTheKnownNumbers(LatentPrior prior, float first, float ninth, float seventeenth, float last)
    {
        var row = new float[34];

        new LatentSource(-3, row.Length, prior).Fill(5_000_000_000, row);

        CollectionAssert.AreEqual(new[] { first, ninth, seventeenth, last }, new[] { row[0], row[8], row[16], row[33] });
    }

    [TestMethod]
    [DataRow(LatentPrior.Normal)]
    [DataRow(LatentPrior.Uniform)]
    public void Fill_ShorterVector_IsTheBeginningOfTheLonger(LatentPrior prior)
    {
        var longer = new float[100];
        new LatentSource(2, longer.Length, prior).Fill(7, longer);

        foreach (var length in Enumerable.Range(1, 100))
        {
            var shorter = new float[length];
            new LatentSource(2, length, prior).Fill(7, shorter);
            CollectionAssert.AreEqual(longer[..length], shorter);
        }
    }

    [TestMethod]
    [DataRow(LatentPrior.Normal)]
    [DataRow(LatentPrior.Uniform)]
    public void Fill_RowsAndSeedsOfAllBits_AreAllDifferent(LatentPrior prior)
    {
        var numbers = new List<float[]>();
        foreach (var seed in new[] { 0, 1, -1, int.MinValue })
        {
            foreach (var row in new[] { 0, 1, 1L << 31, 1L << 32, 1L << 40 })
            {
                var latent = new float[64];
                new LatentSource(seed, latent.Length, prior).Fill(row, latent);
                numbers.Add(latent);
            }
        }

        Assert.HasCount(numbers.Count, numbers.DistinctBy(latent => (latent[0], latent[63])).ToArray());
    }

    private delegate void Filler(long row, Span<float> latent);

    /// <summary>SHA-256 over the bytes of rows 0 to 999.</summary>
    private static string Hash(int latentSize, Filler fill)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var latent = new float[latentSize];
        for (var row = 0; row < 1000; row++)
        {
            fill(row, latent);
            hash.AppendData(MemoryMarshal.AsBytes<float>(latent));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
