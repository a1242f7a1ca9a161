using System.CommandLine;
using Gan.Tool.Data;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>evaluate</c>: how good a synthetic table is.</summary>
internal static class EvaluateCommand
{
    public const string ReportFile = "report.html";

    public static Command Create(ProgramContext context)
    {
        var real = new Argument<string>("real") { Description = "The real table's CSV file, best the rows that the generator was trained on." };
        var synthetic = new Argument<string>("synthetic") { Description = "The synthetic table's CSV file." };
        var test = CommandLineOptions.Test("without it, some scores are measured with real rows alone");
        var label = CommandLineOptions.Label();
        var folder = CommandLineOptions.Out("artifacts/evaluation");
        var command = new Command("evaluate", "Score a synthetic table against the real one: prints the scores, writes report.html.")
        {
            real, synthetic, test, label, folder,
        };
        command.SetAction(parsed =>
        {
            var original = CsvTable.Read(parsed.GetRequiredValue(real)).Data;
            var made = CsvTable.Read(parsed.GetRequiredValue(synthetic), original).Data;
            var heldOut = parsed.GetValue(test) is { } path ? CsvTable.Read(path, original).Data : null;
            var output = new OutputFolder(parsed.GetRequiredValue(folder));
            var metrics = new MLContext().Gan().EvaluateTabular(original, made, heldOut, parsed.GetValue(label));
            ScoreTable.Write(context.Console, metrics);
            metrics.SaveHtml(output.PathOf(ReportFile));
            context.Console.WriteLine($"The plots are in {output.PathOf(ReportFile)}.");
        });
        return command;
    }
}
