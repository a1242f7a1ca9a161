namespace Gan.Tool.Benchmarks;

/// <summary>How one training did on a problem whose truth is known.</summary>
/// <param name="Modes">Modes found.</param>
/// <param name="ReverseKl">KL(samples, truth) over the modes.</param>
/// <param name="HighQualityShare">The share of samples close to a mode; null where closeness has no meaning.</param>
/// <param name="Spread">The spread within a mode, by the true one; null likewise.</param>
internal sealed record BenchmarkResult(int Modes, double ReverseKl, double? HighQualityShare = null, double? Spread = null);
