using System.Runtime.CompilerServices;

namespace Gan.Onnx;

/// <summary>Random words as fractions, exactly: their bits become the mantissa of a number whose exponent is known.</summary>
internal static class Fractions
{
    private const ulong MantissaBits = (1UL << 52) - 1;
    private const ulong One = 0x3FFUL << 52, Two = 0x400UL << 52;           // the bits of the numbers

    /// <summary>(word + ½) / 2³², in (0, 1), for the lower half of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Unit<T>(T word)
        where T : struct, ILanes<T> =>
        (((word << 20) & T.All(MantissaBits)) | T.All(One | (1UL << 19))) - T.All(1.0);

    /// <summary>An odd multiple of 2⁻ᵇⁱᵗˢ in (-1, 1), chosen by the last bits of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Symmetric<T>(T word, int bits)
        where T : struct, ILanes<T> =>
        (((word << (52 - bits)) & T.All(MantissaBits)) | T.All(Two | (1UL << (51 - bits)))) - T.All(3.0);
}
