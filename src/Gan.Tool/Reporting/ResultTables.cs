using System.Globalization;
using Gan.Tool.Data;
using Gan.Tool.Evaluation;
using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Reporting;

/// <summary>The tables that the training verbs end with.</summary>
internal static class ResultTables
{
    public static void WriteServing(IAnsiConsole console, double exportDifference, double rowsPerSecond, params (string Measure, string Value)[] more)
    {
        var table = new Table().RoundedBorder().AddColumn("Measure").AddColumn(new TableColumn("Value").RightAligned());
        table.AddRow("Largest difference between ONNX Runtime and TorchSharp", exportDifference.ToString("0.0E+0", CultureInfo.InvariantCulture));
        table.AddRow("Samples per second from the .onnx file", rowsPerSecond.ToString("N0", CultureInfo.InvariantCulture));
        foreach (var (measure, value) in more) table.AddRow(measure, value);
        console.Write(table);
    }

    public static (string Measure, string Value)[] Rows(ImageQuality quality) =>
    [
        quality.ClassifierAccuracy is { } accuracy
            ? ("Classifier's accuracy on held-out real images", accuracy.ToString("P1", CultureInfo.InvariantCulture))
            : ("Variety, generated / real", quality.Classes[0].Variety.ToString("F2", CultureInfo.InvariantCulture)),
        ("Distance to the nearest training image, generated / held-out real", quality.NeighbourRatio.ToString("F2", CultureInfo.InvariantCulture)),
    ];

    public static (string Measure, string Value)[] Rows(NormalMixture mixture, IReadOnlyList<float[]> generated)
    {
        var quality = MixtureQuality.Measure(mixture, generated);
        return
        [
            ("Gaussians covered", $"{quality.ModesCovered} of {mixture.Means.Count}"),
            ("Samples within 3 standard deviations", quality.HighQualityShare.ToString("P1", CultureInfo.InvariantCulture)),
            ("Spread around a Gaussian, generated / real", quality.Spread.ToString("F2", CultureInfo.InvariantCulture)),
        ];
    }

    public static void WriteImages(IAnsiConsole console, ImageGanMetrics metrics)
    {
        var table = new Table().RoundedBorder().AddColumn(new TableColumn($"By {metrics.Features}"))
            .AddColumn(new TableColumn("Generated").RightAligned()).AddColumn(new TableColumn("Held-out real").RightAligned());
        var (score, ceiling) = (metrics.Similarity, metrics.Ceiling);
        table.AddRow("Images", $"{score.Count:N0}", $"{ceiling?.Count:N0}");
        table.AddRow("Fréchet distance, 0 is best", Number(score.FrechetDistance), Number(ceiling?.FrechetDistance));
        table.AddRow("Kernel distance, 0 is best", Number(score.KernelDistance), Number(ceiling?.KernelDistance));
        table.AddRow("Its deviation over subsets", Number(score.KernelDeviation), Number(ceiling?.KernelDeviation));
        table.AddRow("Precision, 1 is best", Number(score.Precision), Number(ceiling?.Precision));
        table.AddRow("Recall, 1 is best", Number(score.Recall), Number(ceiling?.Recall));
        table.AddRow("Accuracy of a classifier trained on them", Number(metrics.ClassificationAccuracy), "");
        table.AddRow("The same, trained on the training images", Number(metrics.RealClassificationAccuracy), "");
        table.AddRow("Copying C_T, below -3 are near copies", Number(metrics.Memorization), "");
        console.Write(table);
    }

    private static string Number(double? figure) =>
        figure?.ToString(Math.Abs(figure.Value) < 0.1 ? "0.0000" : "0.000", CultureInfo.InvariantCulture) ?? "";

    public static void WriteClasses(IAnsiConsole console, ImageQuality quality)
    {
        var table = new Table().RoundedBorder().AddColumn("Class")
            .AddColumn(new TableColumn($"Recognised, of {ImageQuality.PerClass}").RightAligned())
            .AddColumn(new TableColumn("Variety, generated / real").RightAligned());
        foreach (var (name, recognised, variety) in quality.Classes)
            table.AddRow(Markup.Escape(name), $"{recognised}", variety.ToString("F2", CultureInfo.InvariantCulture));
        console.Write(table);
    }
}
