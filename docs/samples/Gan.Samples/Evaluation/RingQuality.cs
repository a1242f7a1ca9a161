using Gan.Samples.Data;

namespace Gan.Samples.Evaluation;

/// <summary>How well samples cover the ring.</summary>
/// <param name="ModesCovered">Gaussians with at least 20 samples within three standard deviations (VEEGAN's measure, Srivastava et al. 2017).</param>
/// <param name="ShareWithin3Deviations">The share of all samples within three standard deviations of their nearest Gaussian.</param>
internal sealed record RingQuality(int ModesCovered, double ShareWithin3Deviations)
{
    private const int LeastSamples = 20;

    public static RingQuality Measure(IReadOnlyList<float[]> points)
    {
        var near = points.Select(Ring.Nearest).Where(nearest => nearest.Deviations <= 3).ToList();
        var covered = near.CountBy(nearest => nearest.Mode).Count(mode => mode.Value >= LeastSamples);
        return new RingQuality(covered, (double)near.Count / points.Count);
    }
}
