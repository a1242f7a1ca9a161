using System.CommandLine;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Sources;
using Gan.Tool.Reporting;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>impute</c>: fills the missing cells of a table by its trained generator.</summary>
internal static class ImputeCommand
{
    public static Command Create(ProgramContext context)
    {
        var model = CommandLineOptions.Model();
        var data = new Option<FileInfo>("--data") { Description = "The table with gaps, CSV or Parquet.", HelpName = "file", Required = true };
        var filled = new Option<FileInfo>("--out")
        {
            Description = "The file to write.",
            HelpName = "file",
            DefaultValueFactory = _ => new("filled.csv"),
        };
        var seed = CommandLineOptions.Seed();
        var guard = CommandLineOptions.GuardFormulas();
        var command = new Command("impute", "Fill the missing cells of a table with its trained generator; known cells stay as they are.")
        {
            model, data, filled, seed, guard,
        };
        var csv = new CsvArguments();
        csv.AddTo(command);
        command.SetAction(parsed =>
        {
            using var generator = new MLContext().Gan().LoadTabularGenerator(parsed.GetRequiredValue(model));
            var like = new CsvTable("", new DataFrame(), TableStyle.FromMetadata(generator.Metadata), []);
            var gaps = TableFormats.Read(parsed.GetRequiredValue(data).FullName, csv.Options(parsed), like);
            var rows = generator.Impute(gaps.Data, parsed.GetValue(seed));
            var file = parsed.GetRequiredValue(filled);
            using var output = new OutputFolder(file.DirectoryName!);
            new SyntheticRows(context, gaps.Style.With(like.Style), parsed.GetValue(guard))
                .Write(output, rows, (int)gaps.Data.Rows.Count, new Dictionary<string, string>(), file.Name);
            output.Publish();
            context.Console.WriteLine($"The file is {file}.");
        });
        return command;
    }
}
