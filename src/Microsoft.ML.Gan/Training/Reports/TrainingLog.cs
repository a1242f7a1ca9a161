using System.Globalization;

namespace Microsoft.ML.Gan.Training.Reports;

/// <summary>Progress as a line of ML.NET's log.</summary>
internal static class TrainingLog
{
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
