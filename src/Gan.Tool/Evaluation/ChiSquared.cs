namespace Gan.Tool.Evaluation;

/// <summary>The squared distance of a standard normal vector to its middle: χ² of as many degrees of freedom as it has components.</summary>
internal static class ChiSquared
{
    /// <summary>P(χ² ≤ x): the lower incomplete gamma function P(d/2, x/2), by its power series.</summary>
    public static double Cumulative(int degrees, double x)
    {
        var (half, term) = (degrees / 2.0, 1.0);
        var sum = term;
        for (var n = 1; term > 1e-16 * sum; n++)
        {
            term *= x / 2 / (half + n);
            sum += term;
        }
        return sum * Math.Pow(x / 2, half) * Math.Exp(-x / 2) / Gamma(half + 1);
    }

    /// <summary>The x below which χ² lies with a given probability.</summary>
    public static double Quantile(int degrees, double probability)
    {
        var (low, high) = (0.0, 1.0);
        while (Cumulative(degrees, high) < probability) high *= 2;
        for (var halving = 0; halving < 60; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = Cumulative(degrees, middle) < probability ? (middle, high) : (low, middle);
        }
        return high;
    }

    /// <summary>Γ at a whole or half number: Γ(½) = √π, Γ(1) = 1, Γ(a + 1) = a Γ(a).</summary>
    private static double Gamma(double a) => a switch { 0.5 => Math.Sqrt(Math.PI), 1 => 1, _ => (a - 1) * Gamma(a - 1) };
}
