using System.Runtime.CompilerServices;

namespace Gan.Onnx;

/// <summary>Two independent normal numbers from two random words, by Box and Muller (1958).</summary>
/// <remarks>
/// z₀ = √(-2 ln u) cos α and z₁ = √(-2 ln u) sin α in double precision. The first word gives u. The second gives α: two bits are the signs of
/// cosine and sine, thirty say where α is in the quadrant. There φ = α - π/4 is in (-π/4, π/4), and
/// z₀ = √(-ln u) (cos φ - sin φ), z₁ = √(-ln u) (cos φ + sin φ).
/// Polynomials through the Chebyshev nodes of their range stand for artanh, sine and cosine. So z is at most 3·10⁻¹⁰ off before it is
/// rounded to single precision. |z| is at most 6.77.
/// </remarks>
internal static class BoxMuller
{
    private const ulong MantissaBits = (1UL << 52) - 1, SignBit = 1UL << 63;
    private const ulong One = 0x3FFUL << 52, TwoTo52 = 0x433UL << 52;       // the bits of the numbers
    private const ulong SqrtHalf = 0x3FE6A09E667F3BCD;

    /// <summary>Two normal numbers for the lower halves of two words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Z0, T Z1) Pair<T>(T word0, T word1)
        where T : struct, ILanes<T>
    {
        var radius = T.Sqrt(MinusLog(Fractions.Unit(word0)));
        var (sine, cosine) = SineAndCosine(Fractions.Symmetric(word1, 30));
        var z0 = radius * (cosine - sine);
        var z1 = radius * (cosine + sine);
        return (z0 ^ ((word1 << 32) & T.All(SignBit)), z1 ^ ((word1 << 33) & T.All(SignBit)));
    }

    /// <summary>-ln u for u = 2ᵉ m with m in [√½, √2): -e ln 2 - ln m, where ln m = 2 artanh s and s = (m - 1) / (m + 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T MinusLog<T>(T u)
        where T : struct, ILanes<T>
    {
        var shifted = T.Sum(u, T.All(One - SqrtHalf));
        var exponent = ((shifted >>> 52) | T.All(TwoTo52)) - T.All((1L << 52) + 1023.0);
        var m = T.Sum(shifted & T.All(MantissaBits), T.All(SqrtHalf));
        var s = (m - T.All(1.0)) / (m + T.All(1.0));
        var x = s * s;
        var p = T.All(0.2361664955601621) * x + T.All(0.28535036086892196);
        p = p * x + T.All(0.4000038490789066);
        p = p * x + T.All(0.6666666524633386);
        p = p * x + T.All(2.000000000008368);
        return T.All(-0.6931471805599453) * exponent - s * p;
    }

    /// <summary>sin(πy/4) and cos(πy/4) for y in (-1, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Sine, T Cosine) SineAndCosine<T>(T y)
        where T : struct, ILanes<T>
    {
        var x = y * y;
        var sine = T.All(3.089966866337448e-07) * x + T.All(-3.657239263067379e-05);
        sine = sine * x + T.All(0.002490393210175957);
        sine = sine * x + T.All(-0.08074551201834942);
        sine = sine * x + T.All(0.78539816339405);
        var cosine = T.All(3.5297971342978537e-06) * x + T.All(-0.00032593858594162623);
        cosine = cosine * x + T.All(0.015854325228444592);
        cosine = cosine * x + T.All(-0.30842513515829056);
        cosine = cosine * x + T.All(0.9999999999524894);
        return (sine * y, cosine);
    }
}
