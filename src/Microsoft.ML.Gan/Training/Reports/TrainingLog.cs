using System.Globalization;

namespace Microsoft.ML.Gan.Training.Reports;

/// <summary>Progress as a line of ML.NET's log.</summary>
internal static class TrainingLog
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    /// <summary>How long a fit will take, as its first reports tell; null if that is not long.</summary>
    public static string? Expected(GanProgress progress)
    {
        if (progress.TimeLeft < Long) return null;
        var time = progress.TimeLeft.TotalHours >= 1
            ? $"{(int)progress.TimeLeft.TotalHours} h {progress.TimeLeft.Minutes} min"
            : $"{Math.Round(progress.TimeLeft.TotalMinutes)} min";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"About {time} are left if all {progress.TotalRounds:N0} rounds are trained. Fewer (MaxRounds, Epochs) take less, and do less.");
    }

    public static string Line(GanProgress progress)
    {
        var report = progress.Report;
        return string.Create(CultureInfo.InvariantCulture,
            $"Round {report.Round:N0} of {progress.TotalRounds:N0}, epoch {report.Epoch:N0}: L_D {report.DiscriminatorLoss:F4}, L_G " +
            $"{report.GeneratorLoss:F4}, ") +
            string.Create(CultureInfo.InvariantCulture,
            $"D(x) {report.ProbabilityOfReal:F3}, D(G(z)) {report.ProbabilityOfFake:F3}, V {report.Value:F4} (gap {report.ValueGap:F4}), " +
            $"{report.SamplesPerSecond:N0} samples/s") +
            (report.Quality is { } quality ? string.Create(CultureInfo.InvariantCulture, $", quality {quality:F4}.") : ".");
    }
}
