using System.CommandLine;
using Gan.Tool.Data.Sources;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>evaluate</c>: how good a synthetic table is.</summary>
internal static class EvaluateCommand
{
    public const string ReportFile = "report.html";

    public static Command Create(ProgramContext context)
    {
        var real = new Argument<string>("real")
        {
            Description = "The real table, a file or a database's address with #table, best the rows that the generator was trained on.",
        };
        var synthetic = new Argument<string>("synthetic") { Description = "The synthetic table, likewise." };
        var test = CommandLineOptions.Test("without it, some scores are measured with real rows alone");
        var label = CommandLineOptions.Label();
        var protocol = new Option<bool>("--protocol")
        {
            Description = "Measure what papers publish, too: C2ST, Trend, alpha-precision, beta-recall. A minute for 30,000 rows.",
        };
        var folder = CommandLineOptions.Out("artifacts/evaluation");
        var command = new Command("evaluate", "Score a synthetic table against the real one: prints the scores, writes report.html.")
        {
            real, synthetic, test, label, protocol, folder,
        };
        var csv = new CsvArguments();
        csv.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = csv.Options(parsed);
            var original = TableFormats.Read(parsed.GetRequiredValue(real), options);
            var made = TableFormats.Read(parsed.GetRequiredValue(synthetic), options, original);
            var heldOut = parsed.GetValue(test) is { } path ? TableFormats.Read(path, options, original) : null;
            var predicted = CommandLineOptions.Known(parsed, label, original.Data);
            TableDisplay.Write(context.Console, original);
            using var output = new OutputFolder(parsed.GetRequiredValue(folder));
            var measured = new TabularEvaluationOptions { Protocol = parsed.GetValue(protocol) };
            var metrics = new MLContext().Gan().EvaluateTabular(original.Data, made.Data, heldOut?.Data, predicted, measured);
            ScoreTable.Write(context.Console, metrics);
            metrics.SaveHtml(output.PathOf(ReportFile));
            output.Publish();
            context.Console.WriteLine($"The plots are in {output.PlaceOf(ReportFile)}.");
        });
        return command;
    }
}
