using System.Globalization;
using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Reporting;

/// <summary>Shows how a training comes along: live on a terminal, else by a line now and then.</summary>
internal static class TrainingDisplay
{
    /// <param name="console">Where to show it.</param>
    /// <param name="train">The training, with whom to tell of its progress.</param>
    /// <param name="look">Is told of each report, too; null for nobody.</param>
    /// <param name="shareBetweenLines">What share of the training goes by from one line to the next.</param>
    public static T Run<T>(
        IAnsiConsole console, Func<IProgress<GanProgress>, T> train, Action<GanProgress>? look = null, double shareBetweenLines = 0.1)
    {
        if (!LiveBar.FitsOn(console)) return train(Lines(console, look, shareBetweenLines));

        return LiveBar.Run(console, show => train(new Reporter((progress, quality) =>
        {
            show(progress.Fraction, progress.Fraction < 1 ? Line(progress, quality) : "finishing");
            look?.Invoke(progress);
        })));
    }

    private static Reporter Lines(IAnsiConsole console, Action<GanProgress>? look, double shareBetweenLines)
    {
        var next = 0.0;
        return new Reporter((progress, quality) =>
        {
            look?.Invoke(progress);
            if (progress.Fraction < next) return;
            next = progress.Fraction + shareBetweenLines;
            console.WriteLine($"  {Line(progress, quality)}");
        });
    }

    private static string Line(GanProgress progress, double? quality)
    {
        var report = progress.Report;
        return string.Create(CultureInfo.InvariantCulture,
            $"epoch {report.Epoch} of {progress.TotalEpochs}, D(x) {report.ProbabilityOfReal:F2}, " +
            $"D(G(z)) {report.ProbabilityOfFake:F2}, V {report.Value:F2}, {report.SamplesPerSecond:N0} rows/s") +
            (quality is null ? "" : string.Create(CultureInfo.InvariantCulture, $", quality {quality:F3}")) +
            (progress.TimeLeft < TimeSpan.FromMinutes(1) ? "" : $", {Math.Ceiling(progress.TimeLeft.TotalMinutes)} min left");
    }

    /// <summary>Reports on the calling thread, so that lines stay in order, with the quality that was measured last.</summary>
    private sealed class Reporter(Action<GanProgress, double?> report) : IProgress<GanProgress>
    {
        private double? _quality;

        public void Report(GanProgress value) => report(value, _quality = value.Report.Quality ?? _quality);
    }
}
