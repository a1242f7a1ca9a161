using Gan.Tool.Data;

namespace Gan.Tool.Evaluation;

/// <summary>How well samples do as rows of a mixture of normal distributions.</summary>
/// <param name="ModesCovered">Normals with at least 20 samples of high quality (VEEGAN's measure, Srivastava et al. 2017).</param>
/// <param name="HighQualityShare">
/// The share of all samples within three standard deviations of their nearest normal in the plane, and elsewhere within the radius that holds
/// as many of its rows: 98.9 %.
/// </param>
/// <param name="ReverseKl">KL(samples, mixture) over the modes of the samples of high quality: 0 if each mode has its share.</param>
/// <param name="Spread">The root mean square distance of those samples to their normal's middle, by that of the mixture's own rows.</param>
internal sealed record MixtureQuality(int ModesCovered, double HighQualityShare, double ReverseKl, double Spread)
{
    private const int LeastSamples = 20;
    private static readonly double ExactShare = ChiSquared.Cumulative(2, 3 * 3);

    public static MixtureQuality Measure(NormalMixture mixture, IReadOnlyCollection<float[]> samples)
    {
        var squaredRadius = ChiSquared.Quantile(mixture.Dimension, ExactShare);
        var near = samples.Select(mixture.Nearest).Where(nearest => nearest.Deviations * nearest.Deviations <= squaredRadius).ToList();
        var modes = near.CountBy(nearest => nearest.Mode).ToList();
        return new MixtureQuality(
            modes.Count(mode => mode.Value >= LeastSamples),
            (double)near.Count / samples.Count,
            ReverseKullbackLeibler.Of(modes.Select(mode => (mode.Value, mixture.Weights[mode.Key]))),
            Math.Sqrt(
                near.Select(nearest => nearest.Deviations * nearest.Deviations).DefaultIfEmpty().Average()
                / MeanSquareWithin(mixture.Dimension, squaredRadius)));
    }

    /// <summary>E[χ² | χ² ≤ r²] = d P(χ²_{d+2} ≤ r²) / P(χ²_d ≤ r²).</summary>
    private static double MeanSquareWithin(int dimension, double squaredRadius) =>
        dimension * ChiSquared.Cumulative(dimension + 2, squaredRadius) / ChiSquared.Cumulative(dimension, squaredRadius);
}
