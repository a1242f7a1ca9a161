using System.Runtime.CompilerServices;

namespace Gan.Onnx;

/// <summary>The counter-based random number generator Philox4x32-10: a bijection of 128-bit counters, chosen by a 64-bit key.</summary>
/// <remarks>
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011). There is no state: any number of any
/// sequence is had at once, so rows may be made alone, in any order, by any number of threads.
/// </remarks>
internal static class Philox
{
    private const int Rounds = 10;
    private const ulong Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    private const ulong Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;      // the golden ratio and √3 - 1, in 32 bits

    /// <summary>The block of four random words that stands at a counter.</summary>
    public static Words Block(Words counter, uint key0, uint key1)
    {
        var (x0, x1) = (Lanes1.All((ulong)counter.W0), Lanes1.All((ulong)counter.W1));
        var (x2, x3) = (Lanes1.All((ulong)counter.W2), Lanes1.All((ulong)counter.W3));
        Mix(ref x0, ref x1, ref x2, ref x3, key0, key1);
        return new Words(x0.LowerHalf, x1.LowerHalf, x2.LowerHalf, x3.LowerHalf);
    }

    /// <summary>Turns counters into their blocks, one in each lane. Words are the lanes' lower halves; the upper ones hold anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Mix<T>(ref T x0, ref T x1, ref T x2, ref T x3, uint key0, uint key1)
        where T : struct, ILanes<T>
    {
        var (roundKey0, roundKey1) = (T.All((ulong)key0), T.All((ulong)key1));
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = T.Product(T.All(Multiplier0), x0);
            var product1 = T.Product(T.All(Multiplier1), x2);
            (x0, x1, x2, x3) = ((product1 >>> 32) ^ x1 ^ roundKey0, product1, (product0 >>> 32) ^ x3 ^ roundKey1, product0);
            roundKey0 = T.Sum(roundKey0, T.All(Weyl0));
            roundKey1 = T.Sum(roundKey1, T.All(Weyl1));
        }
    }

    internal readonly record struct Words(uint W0, uint W1, uint W2, uint W3)
    {
        /// <summary>A number in (0, 1), both ends excluded, from the first two words (52 bits).</summary>
        public double Unit0 => Unit(W0, W1);

        private static double Unit(uint high, uint low) => (((((ulong)high << 32) | low) >> 12) + 0.5) / (1L << 52);
    }
}
