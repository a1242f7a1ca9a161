using System.Runtime.CompilerServices;

namespace Gan.Onnx;

/// <summary>Draws latent vectors: row i of seed s is a pure function of (s, i).</summary>
/// <remarks>
/// Counter of <see cref="Philox"/>: (block in the row, 0, row's low and high word); key: (seed, stream). N(0, 1) by Box and Muller (1958),
/// z₀ = √(-2 ln u) cos 2πv and z₁ = √(-2 ln u) sin 2πv, in double precision.
/// </remarks>
internal sealed class LatentSource(int seed, int latentSize, LatentPrior prior)
{
    private enum Stream : uint
    {
        Latent,
        Class,
    }

    public int LatentSize => latentSize;

    /// <summary>Writes the latent vector of a row.</summary>
    public void Fill(long row, Span<float> latent)
    {
        if (prior == LatentPrior.Uniform) FillUniform(row, latent);
        else FillNormal(row, latent);
    }

    /// <summary>One number in (0, 1) for a row, independent of its latent vector.</summary>
    public double Uniform(long row) => Block(row, 0, Stream.Class).Unit0;

    // a program that makes a table has ended before the compiler would find the loop hot
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillNormal(long row, Span<float> latent)
    {
        for (var i = 0; i < latent.Length; i += 2)
        {
            var words = Block(row, i / 2, Stream.Latent);
            var radius = Math.Sqrt(-2 * Math.Log(words.Unit0));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * words.Unit1);
            latent[i] = (float)(radius * cosine);
            if (i + 1 < latent.Length) latent[i + 1] = (float)(radius * sine);
        }
    }

    private void FillUniform(long row, Span<float> latent)
    {
        for (var i = 0; i < latent.Length; i += 4)
        {
            var (w0, w1, w2, w3) = Block(row, i / 4, Stream.Latent);
            latent[i] = Symmetric(w0);
            if (i + 1 < latent.Length) latent[i + 1] = Symmetric(w1);
            if (i + 2 < latent.Length) latent[i + 2] = Symmetric(w2);
            if (i + 3 < latent.Length) latent[i + 3] = Symmetric(w3);
        }
    }

    /// <summary>An odd multiple of 2⁻²⁴ in (-1, 1): a float holds it exactly, so that neither end is ever met by rounding.</summary>
    private static float Symmetric(uint word) => (2 * (int)(word >> 8) + 1 - (1 << 24)) / (float)(1 << 24);

    private Philox.Words Block(long row, int block, Stream stream) =>
        Philox.Block(new((uint)block, 0, (uint)row, (uint)(row >> 32)), (uint)seed, (uint)stream);
}
