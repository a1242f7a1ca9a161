using Gan.Tool.Data;

namespace Gan.Tool.Evaluation;

/// <summary>Data and a fixed generator whose densities p_r and p_g are known, and what theory says of them.</summary>
internal sealed record KnownGame(string Name, NormalMixture Real, NormalMixture Fake)
{
    private const double Reach = 8;
    private const int Intervals = 1_600;

    /// <summary>What the theory's pictures show.</summary>
    public static IReadOnlyList<KnownGame> All { get; } =
    [
        new("two normal distributions", NormalMixture.OnLine(0.8, 1), NormalMixture.OnLine(1, -0.5)),
        new("two modes against one", NormalMixture.OnLine(0.5, -1, 1), NormalMixture.OnLine(1.2, 0)),
        new("the generator equals the data", NormalMixture.OnLine(0.8, 0.5), NormalMixture.OnLine(0.8, 0.5)),
    ];

    /// <summary>The points of the line, from left to right, at which integrals are taken and curves are drawn.</summary>
    public static double[] Line { get; } = [.. Enumerable.Range(0, Intervals + 1).Select(i => -Reach + 2 * Reach * i / Intervals)];

    /// <summary>2 JSD(p_r, p_g) − 2 log 2: what V comes to when D is the best there is.</summary>
    public double ValueBound => Integral(x => Part(Real.Density(x), x) + Part(Fake.Density(x), x)) - 2 * Math.Log(2);

    /// <summary>D*(x) = p_r(x) / (p_r(x) + p_g(x)).</summary>
    public double OptimalDiscriminator(double x) => Real.Density(x) / (2 * Middle(x));

    /// <summary>The mean of |D − D*| under (p_r + p_g) / 2.</summary>
    public double MeanError(IReadOnlyList<double> probabilities) =>
        Line.Zip(probabilities, (x, probability) => Math.Abs(probability - OptimalDiscriminator(x)) * Middle(x)).Sum() * 2 * Reach / Intervals;

    private double Middle(double x) => (Real.Density(x) + Fake.Density(x)) / 2;

    private double Part(double density, double x) => density == 0 ? 0 : density * Math.Log(density / Middle(x));

    private static double Integral(Func<double, double> f) => Line.Sum(f) * 2 * Reach / Intervals;
}
