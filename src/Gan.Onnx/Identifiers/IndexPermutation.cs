namespace Gan.Onnx;

/// <summary>A permutation of the numbers 0 to size − 1, chosen by a seed: each is had alone, in the same time.</summary>
/// <remarks>
/// A Feistel network of six rounds (Luby and Rackoff 1988) over the next even power of two, with <see cref="Philox"/> as its round function.
/// What comes out above the last number is put in again until it does not (cycle walking, Black and Rogaway 2002): of 1,000 numbers it permutes
/// 0 to 1,023, and 24 are walked over.
/// </remarks>
/// <param name="size">How many numbers there are. Range: from 1 to 2⁶².</param>
/// <param name="seed">The seed.</param>
/// <param name="column">Which of a table's columns it is for: each has a permutation of its own.</param>
internal readonly struct IndexPermutation(ulong size, int seed, int column)
{
    private const uint Rounds = 6;

    private readonly int _half = (64 - System.Numerics.BitOperations.LeadingZeroCount(Math.Max(1, size - 1)) + 1) / 2;     // bits

    /// <summary>Where a number goes.</summary>
    /// <param name="index">Range: from 0 to size − 1.</param>
    public ulong At(ulong index)
    {
        do index = Mixed(index);
        while (index >= size);
        return index;
    }

    private ulong Mixed(ulong index)
    {
        var mask = (1UL << _half) - 1;
        var (left, right) = (index >> _half, index & mask);
        for (var round = 0u; round < Rounds; round++)
        {
            var words = Philox.Block(new((uint)right, (uint)(right >> 32), round, (uint)column), (uint)seed, (uint)LatentStream.Identifier);
            (left, right) = (right, left ^ ((((ulong)words.W1 << 32) | words.W0) & mask));
        }
        return (left << _half) | right;
    }
}
