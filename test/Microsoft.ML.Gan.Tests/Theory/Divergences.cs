namespace Microsoft.ML.Gan.Tests.Theory;

/// <summary>Divergences of densities on the line, in nats, by the trapezoidal rule; all that matters lies within ±10.</summary>
internal static class Divergences
{
    private const double Reach = 10;
    private const int Intervals = 20_000;

    /// <summary>The points of the rule.</summary>
    public static double[] Line { get; } = [.. Enumerable.Range(0, Intervals + 1).Select(i => -Reach + 2 * Reach * i / Intervals)];

    /// <summary>∫ f.</summary>
    public static double Integral(Func<double, double> f) => Line.Sum(f) * 2 * Reach / Intervals;

    /// <summary>KL(p‖q) = ∫ p log(p / q).</summary>
    public static double KullbackLeibler(Func<double, double> p, Func<double, double> q) =>
        Integral(x => p(x) == 0 ? 0 : p(x) * Math.Log(p(x) / q(x)));

    /// <summary>JSD(p, q) = H(m) − (H(p) + H(q)) / 2 with m = (p + q) / 2 and H(p) = −∫ p log p: the form that knows no KL.</summary>
    public static double JensenShannon(Density p, Density q) => Entropy(x => Middle(p, q, x)) - (Entropy(p.At) + Entropy(q.At)) / 2;

    /// <summary>m(x) = (p(x) + q(x)) / 2.</summary>
    public static double Middle(Density p, Density q, double x) => (p.At(x) + q.At(x)) / 2;

    private static double Entropy(Func<double, double> p) => -Integral(x => p(x) == 0 ? 0 : p(x) * Math.Log(p(x)));
}
