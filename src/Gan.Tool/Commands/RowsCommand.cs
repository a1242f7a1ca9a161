using System.CommandLine;
using Gan.Tool.Data;
using Gan.Tool.Data.Csv;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>rows</c>: rows from a table's trained generator, without libtorch.</summary>
internal static class RowsCommand
{
    private const int DefaultCount = 1_000;

    public static Command Create(ProgramContext context)
    {
        var model = CommandLineOptions.Model();
        var count = OptionKinds.Number("--count", "Rows to make.", least: 1, otherwise: DefaultCount);
        var where = CommandLineOptions.Where();
        var shares = OptionKinds.Texts(
            "--shares", "The shares that categories come in, such as \"income: >50K=0.5, <=50K=0.5\"; not with --where.", "column: category=share");
        var seed = CommandLineOptions.Seed();
        var place = new TargetArguments("artifacts/rows");
        var locale = CommandLineOptions.Locale();
        var guard = CommandLineOptions.GuardFormulas();
        var command = new Command("rows", "Make rows with a table's trained generator: writes synthetic.csv, or to a database.")
        {
            model, count, where, shares, seed, locale, guard,
        };
        place.AddTo(command);
        command.SetAction(parsed =>
        {
            using var generator = new MLContext().Gan().LoadTabularGenerator(parsed.GetRequiredValue(model));
            generator.PersonalData = parsed.GetRequiredValue(locale);
            var style = TableStyle.FromMetadata(generator.Metadata);
            var given = GivenCells.Parse(parsed.GetRequiredValue(where), generator.Schema, style);
            var asked = GivenShares.Parse(parsed.GetRequiredValue(shares), generator.Schema, style);
            if (asked.Count > 0 && given.Count > 0)
                throw new ArgumentException("--shares must stand without --where, but both were given. Leave one out.");
            var rows = asked.Count > 0
                ? generator.Sample(parsed.GetValue(count), asked, parsed.GetValue(seed))
                : generator.Sample(parsed.GetValue(count), parsed.GetValue(seed), given);
            var synthetic = new SyntheticRows(context, style, parsed.GetValue(guard));
            if (place.Target(parsed, parsed.GetValue(guard)) is { } target)
            {
                synthetic.Write(target, rows, parsed.GetValue(count), given);
                return;
            }
            using var output = new OutputFolder(place.Folder(parsed));
            synthetic.Write(output, rows, parsed.GetValue(count), given);
            output.Publish();
            context.Console.WriteLine($"The file is in {place.Folder(parsed)}.");
        });
        return command;
    }
}
