using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gan.Onnx;

/// <summary>Two lanes in a vector of 128 bits.</summary>
internal readonly struct Lanes2(Vector128<ulong> words) : ILanes<Lanes2>
{
    private readonly Vector128<ulong> _words = words;

    private Lanes2(Vector128<double> numbers)
        : this(numbers.AsUInt64())
    {
    }

    public static int Count => 2;

    public static Lanes2 Numbers => new(Vector128<ulong>.Indices);

    private Vector128<double> Reals => _words.AsDouble();

    public static Lanes2 All(double number) => new(Vector128.Create(number));

    public static Lanes2 All(ulong word) => new(Vector128.Create(word));

    public static Lanes2 operator +(Lanes2 left, Lanes2 right) => new(left.Reals + right.Reals);

    public static Lanes2 operator -(Lanes2 left, Lanes2 right) => new(left.Reals - right.Reals);

    public static Lanes2 operator *(Lanes2 left, Lanes2 right) => new(left.Reals * right.Reals);

    public static Lanes2 operator /(Lanes2 left, Lanes2 right) => new(left.Reals / right.Reals);

    public static Lanes2 operator &(Lanes2 left, Lanes2 right) => new(left._words & right._words);

    public static Lanes2 operator |(Lanes2 left, Lanes2 right) => new(left._words | right._words);

    public static Lanes2 operator ^(Lanes2 left, Lanes2 right) => new(left._words ^ right._words);

    public static Lanes2 operator <<(Lanes2 word, int bits) => new(word._words << bits);

    public static Lanes2 operator >>>(Lanes2 word, int bits) => new(word._words >>> bits);

    public static Lanes2 Sum(Lanes2 left, Lanes2 right) => new(left._words + right._words);

    public static Lanes2 Product(Lanes2 left, Lanes2 right) => new(Sse2.IsSupported
        ? Sse2.Multiply(left._words.AsUInt32(), right._words.AsUInt32())
        : (left._words & Vector128.Create<ulong>(uint.MaxValue)) * (right._words & Vector128.Create<ulong>(uint.MaxValue)));

    public static Lanes2 Sqrt(Lanes2 number) => new(Vector128.Sqrt(number.Reals));

    public void Write(Span<float> numbers) => Vector128.Narrow(Reals, Reals).GetLower().CopyTo(numbers);
}
