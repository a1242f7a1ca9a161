namespace Gan.Onnx;

/// <summary>
/// Lanes of 64 bits that are computed side by side: numbers of double precision to <c>+ - * /</c>, words to <c>&amp; | ^ &lt;&lt; &gt;&gt;&gt;</c>.
/// </summary>
/// <remarks>
/// Every operation is exact or rounded once, as IEEE 754 has it, so that a formula gives the same bits with any number of lanes on any machine.
/// There is no fused multiply-add, and nothing of the C library's. .NET's own vectors of 128, 256 and 512 bits have no interface in common.
/// </remarks>
/// <typeparam name="T">The lanes themselves.</typeparam>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>The number of lanes: 1, 2, 4 or 8.</summary>
    static abstract int Count { get; }

    /// <summary>0, 1, 2, ... as words.</summary>
    static abstract T Numbers { get; }

    static abstract T All(double number);

    static abstract T All(ulong word);

    static abstract T operator +(T left, T right);

    static abstract T operator -(T left, T right);

    static abstract T operator *(T left, T right);

    static abstract T operator /(T left, T right);

    static abstract T operator &(T left, T right);

    static abstract T operator |(T left, T right);

    static abstract T operator ^(T left, T right);

    static abstract T operator <<(T word, int bits);

    static abstract T operator >>>(T word, int bits);

    /// <summary>The sum of words.</summary>
    static abstract T Sum(T left, T right);

    /// <summary>The product of the words' lower halves.</summary>
    static abstract T Product(T left, T right);

    static abstract T Sqrt(T number);

    /// <summary>Writes the numbers in single precision, rounded to nearest.</summary>
    void Write(Span<float> numbers);
}
