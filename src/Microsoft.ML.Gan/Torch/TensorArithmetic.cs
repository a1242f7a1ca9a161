using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Torch;

/// <summary>The arithmetic of tensors and numbers, in place of TorchSharp's operators and of its functions that take a number.</summary>
/// <remarks>
/// TorchSharp 0.107 makes a <see cref="Scalar"/> of a number (and of the factor 1 in the sum of two tensors), and does not keep it alive while native
/// code reads it. A garbage collection that another thread starts just then frees it, and the call fails or computes with another number. Here every
/// scalar lives until its call has returned; eng/BannedSymbols.txt holds the library to it.
/// </remarks>
internal static class TensorArithmetic
{
    private static readonly Scalar One = 1.ToScalar(), Two = 2.ToScalar();

    public static Tensor Plus(this Tensor x, Tensor y) => x.add(y, One);

    public static Tensor Plus(this Tensor x, double number)
    {
        using var scalar = number.ToScalar();
        return x.add(scalar, One);
    }

    public static Tensor Times(this Tensor x, double number)
    {
        using var scalar = number.ToScalar();
        return x.mul(scalar);
    }

    public static Tensor Squared(this Tensor x) => x.pow(Two);

    public static Tensor Clamp(this Tensor x, double least, double greatest)
    {
        using Scalar from = least.ToScalar(), to = greatest.ToScalar();
        return x.clamp(from, to);
    }

    /// <summary>Whether each element is greater than a number.</summary>
    public static Tensor IsAbove(this Tensor x, double number)
    {
        using var scalar = number.ToScalar();
        return x.gt(scalar);
    }

    /// <summary>0, 1, 2, ... as 32-bit floating-point numbers: (count).</summary>
    public static Tensor Range(long count, Device? device = null)
    {
        using Scalar first = 0L.ToScalar(), end = count.ToScalar();
        return arange(first, end, One, float32, device);
    }
}
