using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gan.Onnx;

/// <summary>Draws latent vectors: row i of seed s is a pure function of (s, i), to the bit, on every machine.</summary>
/// <remarks>
/// Counter of <see cref="Philox"/>: (block in the row, attempt, row's low and high word); key: (seed, stream). Attempt 0 is the row itself,
/// the others are for components that are drawn anew. Eight blocks make 32 components in a row: word k of block j makes component 8k + j,
/// so that vectors of any width hold components that stand side by side.
/// For U(-1, 1) a component is its word's first 24 bits by <see cref="Fractions"/>. For N(0, 1) words 0 and 1 make a pair by
/// <see cref="BoxMuller"/>, and words 2 and 3.
/// </remarks>
/// <param name="seed">The seed.</param>
/// <param name="latentSize">The length of a vector.</param>
/// <param name="prior">The prior p(z).</param>
/// <param name="stream">What the vectors are for: each purpose has numbers of its own.</param>
internal sealed class LatentSource(int seed, int latentSize, LatentPrior prior, LatentStream stream = LatentStream.Latent) : ILatents
{
    private const int BlocksPerGroup = 8;
    private const int GroupSize = 4 * BlocksPerGroup;

    public int LatentSize => latentSize;

    /// <summary>Writes the latent vector of a row.</summary>
    public void Fill(long row, Span<float> latent) => Fill(row, 0, latent);

    /// <summary>Writes an attempt at the latent vector of a row. Attempt 0 is the vector itself.</summary>
    public void Fill(long row, uint attempt, Span<float> latent)
    {
        if (Vector512.IsHardwareAccelerated) Fill<Lanes8>(row, attempt, latent);
        else if (Vector256.IsHardwareAccelerated) Fill<Lanes4>(row, attempt, latent);
        else if (Vector128.IsHardwareAccelerated) Fill<Lanes2>(row, attempt, latent);
        else Fill<Lanes1>(row, attempt, latent);
    }

    /// <summary>Writes the latent vector of a row, so many components at a time: the same bits whatever their number.</summary>
    public void Fill<T>(long row, Span<float> latent)
        where T : struct, ILanes<T> => Fill<T>(row, 0, latent);

    // a program that makes a table has ended before the compiler would find the loop hot
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill<T>(long row, uint attempt, Span<float> latent)
        where T : struct, ILanes<T>
    {
        var block = 0;
        for (; latent.Length >= GroupSize; latent = latent[GroupSize..])
        {
            FillGroup<T>(row, attempt, block, latent[..GroupSize]);
            block += BlocksPerGroup;
        }
        if (!latent.IsEmpty) FillPart<T>(row, attempt, block, latent);
    }

    /// <summary>One number in (0, 1) for a row, independent of its latent vector.</summary>
    public double Uniform(long row) => Philox.Block(new(0, 0, (uint)row, (uint)(row >> 32)), (uint)seed, (uint)LatentStream.Class).Unit0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillPart<T>(long row, uint attempt, int block, Span<float> part)
        where T : struct, ILanes<T>
    {
        Span<float> group = stackalloc float[GroupSize];
        FillGroup<T>(row, attempt, block, group);
        group[..part.Length].CopyTo(part);
    }

    // One loop over the pairs keeps all lanes in registers: the compiler has a bound on the variables of a method, and calls go through memory
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillGroup<T>(long row, uint attempt, int block, Span<float> group)
        where T : struct, ILanes<T>
    {
        for (var lane = 0; lane < BlocksPerGroup; lane += T.Count)
        {
            var (x0, x1) = (T.Sum(T.All((ulong)(block + lane)), T.Numbers), T.All((ulong)attempt));
            var (x2, x3) = (T.All((ulong)row), T.All((ulong)row >> 32));
            Philox.Mix(ref x0, ref x1, ref x2, ref x3, (uint)seed, (uint)stream);
            for (var component = lane; component < GroupSize; component += 2 * BlocksPerGroup)
            {
                if (prior == LatentPrior.Uniform) (x0, x1) = (Fractions.Symmetric(x0 >>> 8, 24), Fractions.Symmetric(x1 >>> 8, 24));
                else (x0, x1) = BoxMuller.Pair(x0, x1);
                x0.Write(group[component..]);
                x1.Write(group[(component + BlocksPerGroup)..]);
                (x0, x1) = (x2, x3);
            }
        }
    }
}
