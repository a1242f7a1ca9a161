namespace Gan.Onnx;

/// <summary>One lane, for machines without vectors.</summary>
internal readonly struct Lanes1(ulong word) : ILanes<Lanes1>
{
    private readonly ulong _word = word;

    private Lanes1(double number)
        : this(BitConverter.DoubleToUInt64Bits(number))
    {
    }

    public static int Count => 1;

    public static Lanes1 Numbers => new(0UL);

    public uint LowerHalf => (uint)_word;

    private double Number => BitConverter.UInt64BitsToDouble(_word);

    public static Lanes1 All(double number) => new(number);

    public static Lanes1 All(ulong word) => new(word);

    public static Lanes1 operator +(Lanes1 left, Lanes1 right) => new(left.Number + right.Number);

    public static Lanes1 operator -(Lanes1 left, Lanes1 right) => new(left.Number - right.Number);

    public static Lanes1 operator *(Lanes1 left, Lanes1 right) => new(left.Number * right.Number);

    public static Lanes1 operator /(Lanes1 left, Lanes1 right) => new(left.Number / right.Number);

    public static Lanes1 operator &(Lanes1 left, Lanes1 right) => new(left._word & right._word);

    public static Lanes1 operator |(Lanes1 left, Lanes1 right) => new(left._word | right._word);

    public static Lanes1 operator ^(Lanes1 left, Lanes1 right) => new(left._word ^ right._word);

    public static Lanes1 operator <<(Lanes1 word, int bits) => new(word._word << bits);

    public static Lanes1 operator >>>(Lanes1 word, int bits) => new(word._word >>> bits);

    public static Lanes1 Sum(Lanes1 left, Lanes1 right) => new(left._word + right._word);

    public static Lanes1 Product(Lanes1 left, Lanes1 right) => new((ulong)(uint)left._word * (uint)right._word);

    public static Lanes1 Sqrt(Lanes1 number) => new(Math.Sqrt(number.Number));

    public void Write(Span<float> numbers) => numbers[0] = (float)Number;
}
