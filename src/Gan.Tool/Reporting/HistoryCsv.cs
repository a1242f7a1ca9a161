using System.Globalization;
using Microsoft.ML.Gan;

namespace Gan.Tool.Reporting;

/// <summary>A training's reports as CSV.</summary>
internal static class HistoryCsv
{
    public const string Header =
        "Round,Epoch,DiscriminatorLoss,Penalty,GeneratorLoss,ProbabilityOfReal,ProbabilityOfFake," +
        "Value,ValueGap,JensenShannonDivergence,SamplesPerSecond,Quality";

    public static void Write(GanTrainingHistory history, TextWriter writer)
    {
        writer.WriteLine(Header);
        foreach (var report in history.Reports) writer.WriteLine(Row(report));
    }

    private static string Row(GanTrainingReport report) => string.Create(CultureInfo.InvariantCulture,
        $"{report.Round},{report.Epoch},{report.DiscriminatorLoss},{report.Penalty},{report.GeneratorLoss},{report.ProbabilityOfReal}," +
        $"{report.ProbabilityOfFake},{report.Value},{report.ValueGap},{report.JensenShannonDivergence}," +
        $"{report.SamplesPerSecond:F0},{report.Quality}");
}
