using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gan.Onnx;

/// <summary>Four lanes in a vector of 256 bits.</summary>
internal readonly struct Lanes4(Vector256<ulong> words) : ILanes<Lanes4>
{
    private readonly Vector256<ulong> _words = words;

    private Lanes4(Vector256<double> numbers)
        : this(numbers.AsUInt64())
    {
    }

    public static int Count => 4;

    public static Lanes4 Numbers => new(Vector256<ulong>.Indices);

    private Vector256<double> Reals => _words.AsDouble();

    public static Lanes4 All(double number) => new(Vector256.Create(number));

    public static Lanes4 All(ulong word) => new(Vector256.Create(word));

    public static Lanes4 operator +(Lanes4 left, Lanes4 right) => new(left.Reals + right.Reals);

    public static Lanes4 operator -(Lanes4 left, Lanes4 right) => new(left.Reals - right.Reals);

    public static Lanes4 operator *(Lanes4 left, Lanes4 right) => new(left.Reals * right.Reals);

    public static Lanes4 operator /(Lanes4 left, Lanes4 right) => new(left.Reals / right.Reals);

    public static Lanes4 operator &(Lanes4 left, Lanes4 right) => new(left._words & right._words);

    public static Lanes4 operator |(Lanes4 left, Lanes4 right) => new(left._words | right._words);

    public static Lanes4 operator ^(Lanes4 left, Lanes4 right) => new(left._words ^ right._words);

    public static Lanes4 operator <<(Lanes4 word, int bits) => new(word._words << bits);

    public static Lanes4 operator >>>(Lanes4 word, int bits) => new(word._words >>> bits);

    public static Lanes4 Sum(Lanes4 left, Lanes4 right) => new(left._words + right._words);

    public static Lanes4 Product(Lanes4 left, Lanes4 right) => new(Avx2.IsSupported
        ? Avx2.Multiply(left._words.AsUInt32(), right._words.AsUInt32())
        : (left._words & Vector256.Create<ulong>(uint.MaxValue)) * (right._words & Vector256.Create<ulong>(uint.MaxValue)));

    public static Lanes4 Sqrt(Lanes4 number) => new(Vector256.Sqrt(number.Reals));

    public void Write(Span<float> numbers) => Vector256.Narrow(Reals, Reals).GetLower().CopyTo(numbers);
}
