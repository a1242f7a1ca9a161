using Gan.Onnx;
using Gan.Onnx.Tests;

namespace Gan.Page.Tests;

/// <summary>Latent rows in JavaScript against those of C#, to the bit.</summary>
[TestClass, TestCategory("browser")]
public sealed class LatentTests
{
    private static readonly (int Seed, long First, int Size)[] Places =
        [(5, 0, 64), (-3, 5_000_000_000, 34), (int.MinValue, uint.MaxValue, 1), (int.MaxValue, 1L << 40, 67)];

    [TestMethod]
    public async Task LatentRows_EitherPriorAnySeedAndRow_AreTheBitsOfTheLibrary()
    {
        await using var served = await ServedPage.OpenAsync(TestModels.Linear(2));

        foreach (var prior in Enum.GetValues<LatentPrior>())
        {
            foreach (var (seed, first, size) in Places)
            {
                var made = await served.Page.EvaluateAsync<double[]>(
                    """
                    async ([prior, seed, first, size]) => {
                      const { latentRows } = await import('./latent/latents.js');
                      const rows = latentRows({ prior, seed, latentSize: size }, first, 100);
                      return Array.from(new Uint32Array(rows.buffer), Number);
                    }
                    """,
                    new object[] { prior.ToString(), seed, first, size });

                CollectionAssert.AreEqual(
                    Bits(prior, seed, first, size), made.Select(bits => (uint)bits).ToArray(), $"{prior} {seed} {first} {size}");
            }
        }
    }

    [TestMethod]
    public async Task DrawnClass_ThousandRows_AreTheLibrarys()
    {
        double[] frequencies = [0.2, 0, 0.5, 0.3, 0];
        var labels = LatentLabels.Drawn("Label", ["a", "b", "c", "d", "e"], frequencies, new LatentSource(9, 1, LatentPrior.Normal));
        await using var served = await ServedPage.OpenAsync(TestModels.Linear(2));

        var made = await served.Page.EvaluateAsync<double[]>(
            """
            async frequencies => {
              const { drawnClass } = await import('./latent/latents.js');
              return Array.from({ length: 1000 }, (_, row) => drawnClass(9, row, frequencies));
            }
            """,
            frequencies);

        CollectionAssert.AreEqual(Enumerable.Range(0, 1000).Select(row => labels.KeyOf(row) - 1.0).ToArray(), made);
    }

    private static uint[] Bits(LatentPrior prior, int seed, long first, int size)
    {
        var source = new LatentSource(seed, size, prior);
        var latent = new float[size];
        var bits = new List<uint>();
        for (var row = first; row < first + 100; row++)
        {
            source.Fill(row, latent);
            bits.AddRange(latent.Select(BitConverter.SingleToUInt32Bits));
        }
        return [.. bits];
    }
}
