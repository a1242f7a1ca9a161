using Gan.Samples.Data;

namespace Gan.Samples.Evaluation;

/// <summary>How well samples cover the ring.</summary>
/// <param name="ModesCovered">Gaussians with at least 20 samples within three standard deviations (VEEGAN's measure, Srivastava et al. 2017).</param>
/// <param name="ShareWithin3Deviations">The share of all samples within three standard deviations of their nearest Gaussian.</param>
/// <param name="Spread">The root mean square distance of those samples to their Gaussian's middle, by that of real points.</param>
internal sealed record RingQuality(int ModesCovered, double ShareWithin3Deviations, double Spread)
{
    private const int LeastSamples = 20;

    public static RingQuality Measure(IReadOnlyList<float[]> generated, IReadOnlyList<float[]> real)
    {
        var near = Near(generated);
        var covered = near.CountBy(nearest => nearest.Mode).Count(mode => mode.Value >= LeastSamples);
        return new RingQuality(covered, (double)near.Count / generated.Count, RootMeanSquare(near) / RootMeanSquare(Near(real)));
    }

    private static List<(int Mode, double Deviations)> Near(IEnumerable<float[]> points) =>
        [.. points.Select(Ring.Nearest).Where(nearest => nearest.Deviations <= 3)];

    private static double RootMeanSquare(List<(int Mode, double Deviations)> near) =>
        Math.Sqrt(near.Select(nearest => nearest.Deviations * nearest.Deviations).DefaultIfEmpty().Average());
}
