using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gan.Onnx;

/// <summary>Eight lanes in a vector of 512 bits.</summary>
internal readonly struct Lanes8(Vector512<ulong> words) : ILanes<Lanes8>
{
    private readonly Vector512<ulong> _words = words;

    private Lanes8(Vector512<double> numbers)
        : this(numbers.AsUInt64())
    {
    }

    public static int Count => 8;

    public static Lanes8 Numbers => new(Vector512<ulong>.Indices);

    private Vector512<double> Reals => _words.AsDouble();

    public static Lanes8 All(double number) => new(Vector512.Create(number));

    public static Lanes8 All(ulong word) => new(Vector512.Create(word));

    public static Lanes8 operator +(Lanes8 left, Lanes8 right) => new(left.Reals + right.Reals);

    public static Lanes8 operator -(Lanes8 left, Lanes8 right) => new(left.Reals - right.Reals);

    public static Lanes8 operator *(Lanes8 left, Lanes8 right) => new(left.Reals * right.Reals);

    public static Lanes8 operator /(Lanes8 left, Lanes8 right) => new(left.Reals / right.Reals);

    public static Lanes8 operator &(Lanes8 left, Lanes8 right) => new(left._words & right._words);

    public static Lanes8 operator |(Lanes8 left, Lanes8 right) => new(left._words | right._words);

    public static Lanes8 operator ^(Lanes8 left, Lanes8 right) => new(left._words ^ right._words);

    public static Lanes8 operator <<(Lanes8 word, int bits) => new(word._words << bits);

    public static Lanes8 operator >>>(Lanes8 word, int bits) => new(word._words >>> bits);

    public static Lanes8 Sum(Lanes8 left, Lanes8 right) => new(left._words + right._words);

    public static Lanes8 Product(Lanes8 left, Lanes8 right) => new(Avx512F.IsSupported
        ? Avx512F.Multiply(left._words.AsUInt32(), right._words.AsUInt32())
        : (left._words & Vector512.Create<ulong>(uint.MaxValue)) * (right._words & Vector512.Create<ulong>(uint.MaxValue)));

    public static Lanes8 Sqrt(Lanes8 number) => new(Vector512.Sqrt(number.Reals));

    public void Write(Span<float> numbers) => Vector512.Narrow(Reals, Reals).GetLower().CopyTo(numbers);
}
