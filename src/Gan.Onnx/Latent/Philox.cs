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
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;      // the golden ratio and √3 - 1, in 32 bits

    /// <summary>The block of four random words that stands at a counter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words Block(Words counter, uint key0, uint key1)
    {
        var (x0, x1, x2, x3) = counter;
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * x0;
            var product1 = (ulong)Multiplier1 * x2;
            (x0, x1, x2, x3) = ((uint)(product1 >> 32) ^ x1 ^ key0, (uint)product1, (uint)(product0 >> 32) ^ x3 ^ key1, (uint)product0);
            key0 += Weyl0;
            key1 += Weyl1;
        }
        return new Words(x0, x1, x2, x3);
    }

    internal readonly record struct Words(uint W0, uint W1, uint W2, uint W3)
    {
        /// <summary>A number in (0, 1), both ends excluded, from the first two words (52 bits).</summary>
        public double Unit0 => Unit(W0, W1);

        /// <summary>A number in (0, 1), both ends excluded, from the last two words (52 bits).</summary>
        public double Unit1 => Unit(W2, W3);

        private static double Unit(uint high, uint low) => (((((ulong)high << 32) | low) >> 12) + 0.5) / (1L << 52);
    }
}
