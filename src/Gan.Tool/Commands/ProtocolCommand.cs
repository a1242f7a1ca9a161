using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Gan.Tool.Benchmarks.Protocol;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Sources;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>protocol</c>: the field's own benchmark, on the splits that papers publish.</summary>
internal sealed class ProtocolCommand
{
    private const int DefaultSeeds = 3;

    private static readonly string[] Names = [.. ProtocolSet.All.Select(set => set.Name)];

    private readonly Option<string> _data = new("--data")
    {
        Description = "The folder of the splits: adult_train.csv, adult_test.csv and so on, with headers.",
        HelpName = "folder",
        Required = true,
    };
    private readonly Option<string[]> _sets = OptionKinds.Several("--set", "The tables to take; all that the folder has if not given.", Names);
    private readonly Option<int> _seeds =
        OptionKinds.Number("--seeds", "Trainings of each, with seeds that follow one another.", least: 1, otherwise: DefaultSeeds);
    private readonly Option<int> _seed = CommandLineOptions.Seed();
    private readonly Option<int?> _epochs =
        OptionKinds.Number("--epochs", "Passes over the rows; without it, until the quality no longer rises.");
    private readonly Option<bool> _keepExtremes =
        new("--keep-extremes") { Description = "Keep each column's least and greatest number, which Trend with own edges is cut by." };
    private readonly Option<TrainingDevice> _device = CommandLineOptions.Device();
    private readonly Option<string> _out = CommandLineOptions.Out("artifacts/protocol");
    private readonly ProgramContext _context;

    private ProtocolCommand(ProgramContext context) => _context = context;

    public static Command Create(ProgramContext context)
    {
        var protocol = new ProtocolCommand(context);
        var command = new Command(
            "protocol", "Train, sample and score on the published splits: writes protocol.csv and protocol.md, and goes on from them.")
        {
            protocol._data, protocol._sets, protocol._seeds, protocol._seed, protocol._epochs, protocol._keepExtremes, protocol._device,
            protocol._out,
        };
        command.SetAction(protocol.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var sets = Sets(parsed);
        var results = ProtocolResults.In(parsed.GetRequiredValue(_out));
        var settings = Settings(parsed);
        foreach (var set in sets)
        {
            foreach (var seed in Enumerable.Range(parsed.GetValue(_seed), parsed.GetValue(_seeds)))
            {
                _context.CancellationToken.ThrowIfCancellationRequested();
                if (results.Has(set.Name, seed, settings)) _context.Console.WriteLine($"{set.Name}, seed {seed}: done before.");
                else results.Add(Train(parsed, set, seed, settings, results));
            }
        }
        _context.Console.WriteLine($"The tables are in {Path.Combine(parsed.GetRequiredValue(_out), ProtocolResults.MarkdownFile)}.");
        return ExitCode.Done;
    }

    private ProtocolRun Train(ParseResult parsed, ProtocolSet set, int seed, string settings, ProtocolResults results)
    {
        var csv = new CsvOptions { Forms = [.. set.Categories.Select(column => $"{column}=text")] };
        var training = TableFormats.Read(PathOf(parsed, set.TrainFile), csv);
        var test = TableFormats.Read(PathOf(parsed, set.TestFile), csv, training);
        var count = (int)training.Data.Rows.Count;
        _context.Console.WriteLine($"{set.Name}, seed {seed}: training on {count:N0} rows of {training.Data.Columns.Count} columns.");
        var options = new TabularGanTrainer.Options
        {
            Epochs = parsed.GetValue(_epochs),
            Seed = seed,
            KeepExtremes = parsed.GetValue(_keepExtremes),
            Device = parsed.GetValue(_device),
            CancellationToken = _context.CancellationToken,
        };
        var mlContext = new MLContext();
        var watch = Stopwatch.StartNew();
        using var gan = TrainingDisplay.Run(
            _context.Console, progress => mlContext.Gan().TrainTabular(training.Data, options with { Progress = progress }));
        var seconds = watch.Elapsed.TotalSeconds;
        _context.CancellationToken.ThrowIfCancellationRequested();

        var rows = gan.Generator.Sample(count, seed);
        results.WriteWhole(
            $"{set.Name}-{seed}-{settings}.csv", writer => new TableCsv(training.Style).Write(rows, writer, null, _context.CancellationToken));
        _context.Console.WriteLine($"  trained for {seconds:N0} s; scoring {count:N0} synthetic rows");
        var metrics = mlContext.Gan().EvaluateTabular(training.Data, rows, test.Data, set.Label, new TabularEvaluationOptions { Protocol = true });
        var run = new ProtocolRun(set.Name, seed, settings, seconds, ProtocolMeasures.Of(metrics));
        string[] shown = [ProtocolMeasures.TreesC2st, ProtocolMeasures.Detection, ProtocolMeasures.Trend, ProtocolMeasures.Utility];
        var figures = shown.Select(measure => string.Create(CultureInfo.InvariantCulture, $"{measure} {run[measure]:F3}"));
        _context.Console.WriteLine($"  {string.Join("; ", figures)}");
        return run;
    }

    private ProtocolSet[] Sets(ParseResult parsed)
    {
        var folder = parsed.GetRequiredValue(_data);
        var chosen = parsed.GetRequiredValue(_sets);
        var isThere = ProtocolSet.All.ToLookup(set => File.Exists(PathOf(parsed, set.TrainFile)) && File.Exists(PathOf(parsed, set.TestFile)));
        if (isThere[false].FirstOrDefault(set => chosen.Contains(set.Name, StringComparer.OrdinalIgnoreCase)) is { } missing)
            throw new ArgumentException(
                $"--data must be a folder with {missing.TrainFile} and {missing.TestFile}, but '{folder}' lacks one of them.");
        if (!isThere[true].Any())
            throw new ArgumentException(
                $"--data must be a folder with files such as {ProtocolSet.All[0].TrainFile} and {ProtocolSet.All[0].TestFile}, " +
                $"but '{folder}' has none of the sets {string.Join(", ", Names)}.");
        return [.. isThere[true].Where(set => chosen.Length == 0 || chosen.Contains(set.Name, StringComparer.OrdinalIgnoreCase))];
    }

    private string PathOf(ParseResult parsed, string file) => Path.Combine(parsed.GetRequiredValue(_data), file);

    /// <summary>What is set beside the defaults, as a name that files can have.</summary>
    private string Settings(ParseResult parsed)
    {
        string[] set =
        [
            .. parsed.GetValue(_epochs) is { } epochs ? [$"epochs{epochs}"] : Array.Empty<string>(),
            .. parsed.GetValue(_keepExtremes) ? ["extremes"] : Array.Empty<string>(),
        ];
        return set.Length == 0 ? "default" : string.Join('-', set);
    }
}
