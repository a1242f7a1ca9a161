namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>How many times as fast one variant is as another.</summary>
/// <param name="Best">The other's best time over this one's best time.</param>
/// <param name="Median">The median of the ratios within a repetition.</param>
internal readonly record struct Speedup(double Best, double Median)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Best:F2} ({Median:F2})");
}
