namespace Gan.Evaluation.Tables;

/// <summary>The power of two that brings numbers to a size whose squares and sums are numbers, too.</summary>
/// <remarks>
/// Numbers near 1e308 have no sum, and the squares of numbers below 1e-162 are 0. Scaling by a power of two rounds nothing: what is
/// computed of ordinary numbers stays the same to the last digit.
/// </remarks>
internal readonly record struct Magnitude(int Exponent)
{
    private const int OrdinaryExponent = 64;

    /// <value>That which changes no number.</value>
    public static Magnitude One => default;

    /// <summary>That of the greatest number, whatever its sign; missing ones are passed over.</summary>
    public static Magnitude Of(ReadOnlySpan<double> values)
    {
        var greatest = 0.0;
        foreach (var value in values) greatest = double.MaxNumber(greatest, Math.Abs(value));
        return new(greatest == 0 ? 0 : Math.ILogB(greatest));
    }

    /// <summary>The same, but <see cref="One"/> for numbers that are ordinary: of at most some 1e19 and at least 1e-19.</summary>
    public static Magnitude OfExtreme(ReadOnlySpan<double> values) => Of(values) is var own && Math.Abs(own.Exponent) > OrdinaryExponent ? own : One;

    /// <summary>A number as a part of the magnitude: between -2 and 2 for those that it was made of.</summary>
    public double Down(double value) => Math.ScaleB(value, -Exponent);

    /// <summary>The number that a part stands for.</summary>
    public double Up(double value) => Math.ScaleB(value, Exponent);
}
