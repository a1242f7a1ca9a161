using System.CommandLine;
using Gan.Personal;
using Gan.Tool.Data;
using Gan.Tool.Data.Csv;
using Gan.Tool.Data.Sources;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>table</c>: a synthetic table of the same columns, and how good it is.</summary>
internal sealed class TableCommand
{
    private readonly SourceArguments _data = new("without it, 10,000 wildlife strikes on aircraft");
    private readonly TargetArguments _target = new("artifacts/table");
    private readonly Option<string?> _test = CommandLineOptions.Test("without it, every fifth row of the table is held out");
    private readonly Option<string?> _label = CommandLineOptions.Label();
    private readonly Option<int?> _rows = OptionKinds.Number("--rows", "Synthetic rows to make; without it, as many as were trained on.");
    private readonly Option<string[]> _where = CommandLineOptions.Where();
    private readonly Option<TabularEffort> _effort = OptionKinds.Choice(
        "--effort", "How long to train: quick is a tenth of the default's rounds, best ten times as many.", TabularEffort.Default);
    private readonly Option<int?> _epochs =
        OptionKinds.Number("--epochs", "Passes over the rows; without it, until the quality no longer rises.");
    private readonly Option<long?> _memoryLimit = CommandLineOptions.MemoryLimit();
    private readonly Option<int> _seed = CommandLineOptions.Seed();
    private readonly Option<TrainingDevice> _device = CommandLineOptions.Device();
    private readonly Option<string?> _checkpoint = CommandLineOptions.Checkpoint();
    private readonly Option<string?> _resumeFrom = CommandLineOptions.ResumeFrom();
    private readonly Option<string?> _fineTuneFrom = CommandLineOptions.FineTuneFrom();
    private readonly Option<BogusPersonalData> _locale = CommandLineOptions.Locale();
    private readonly Option<bool> _guard = CommandLineOptions.GuardFormulas();
    private readonly CsvArguments _csv = new();
    private readonly PrivacyArguments _privacy = new();
    private readonly RuleArguments _rules = new();
    private readonly ProgramContext _context;

    private TableCommand(ProgramContext context) => _context = context;

    public static Command Create(ProgramContext context)
    {
        var table = new TableCommand(context);
        var command = new Command(
            "table", "Train on a table of mixed columns: writes synthetic.csv, generator.onnx and report.html, prints the scores.")
        {
            table._test, table._label, table._rows, table._where, table._effort, table._epochs, table._memoryLimit, table._seed, table._device,
            table._checkpoint, table._resumeFrom, table._fineTuneFrom, table._locale, table._guard,
        };
        table._data.AddTo(command);
        table._target.AddTo(command);
        table._csv.AddTo(command);
        table._privacy.AddTo(command);
        table._rules.AddTo(command);
        command.SetAction(table.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        ProgramContext.RequireAlone("table");
        var target = _target.Target(parsed, parsed.GetValue(_guard));
        var data = Read(parsed);
        var label = CommandLineOptions.Known(parsed, _label, data.Training) ?? DefaultLabel(parsed, data);
        var style = data.Table.Style;
        var given = GivenCells.Parse(parsed.GetRequiredValue(_where), data.Training, style, _privacy.Keeps(parsed));
        var options = Options(parsed, data);
        using var folder = new OutputFolder(_target.Folder(parsed));
        _context.Console.WriteLine(
            $"Training on {data.TrainedRows:N0} rows of {data.Training.Columns.Count} columns; {data.TestRows:N0} more are held out.");
        TableDisplay.Write(_context.Console, data.Table);

        var warnings = new TrainingWarnings();
        using var gan = TrainingDisplay.Run(
            _context.Console, progress => warnings.MLContext.Gan().TrainTabular(data.Trained, options with { Progress = progress }));
        warnings.Write(_context.Console);
        gan.SaveGenerator(folder.PathOf(TrainingOutputs.GeneratorFile));
        TrainingOutputs.WriteHistory(folder, gan.History);

        var mlContext = new MLContext();                  // as another program would: with the generator's file alone
        using var generator = mlContext.Gan().LoadTabularGenerator(folder.PathOf(TrainingOutputs.GeneratorFile));
        generator.PersonalData = parsed.GetRequiredValue(_locale);
        var (count, seed) = (parsed.GetValue(_rows) ?? data.TrainingRows, parsed.GetValue(_seed));
        var synthetic = new SyntheticRows(_context, TableStyle.FromMetadata(generator.Metadata), parsed.GetValue(_guard));
        if (target is null) synthetic.Write(folder, generator.Sample(count, seed, given), count, given);
        var metrics = mlContext.Gan().EvaluateTabular(
            data.Training, generator.Sample(data.TrainingRows, seed), data.TestRows > 0 ? data.Test : null, label,
            new TabularEvaluationOptions { Rules = options.Rules ?? [] });
        metrics.SaveHtml(folder.PathOf(EvaluateCommand.ReportFile));
        folder.Publish();
        if (target is not null) synthetic.Write(target, generator.Sample(count, seed, given), count, given);
        _context.Console.WriteLine($"Scores of {data.TrainingRows:N0} rows{(given.Count > 0 ? " made without --where" : "")}:");
        ScoreTable.Write(_context.Console, metrics);
        return TrainingOutputs.Conclude(_context.Console, _target.Folder(parsed), gan.History);
    }

    private string? DefaultLabel(ParseResult parsed, TableData data) =>
        !_data.IsGiven(parsed) && data.Table.Style.Of(Birdstrikes.Label) is not null ? Birdstrikes.Label : null;

    private TableData Read(ParseResult parsed)
    {
        var options = _csv.Options(parsed);
        var limit = parsed.GetValue(_memoryLimit) ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;
        var large = _data.ReadLarge(parsed, options, limit);
        var table = large?.Table ?? _data.Read(parsed, options) ?? Birdstrikes.Read(options);
        if (parsed.GetValue(_test) is not { } file) return large ?? TableData.Split(table);
        var test = TableFormats.Read(file, options, table).Data;
        if (test.Rows.Count == 0) throw new ArgumentException($"--test must be a file with rows, but '{file}' has none.");
        if (table.Data.Columns.FirstOrDefault(column => test.Columns.All(other => other.Name != column.Name)) is { } column)
            throw new ArgumentException($"--test must be a file with the table's columns, but '{file}' has no '{column.Name}'.");
        return large is null ? new TableData(table.Data, test, table) : large with { Test = test };
    }

    private TabularGanTrainer.Options Options(ParseResult parsed, TableData data)
    {
        var options = TrainingOptions(parsed, data);
        var roles = PrimaryKey.AddTo(options.ColumnRoles, data.Table.Style);
        return options with { ColumnRoles = roles, Metadata = PrimaryKey.Kept(data.Table.Style, roles).ToMetadata() };
    }

    private TabularGanTrainer.Options TrainingOptions(ParseResult parsed, TableData data) => _privacy.Of(parsed, _rules.Of(parsed, new()
    {
        Effort = parsed.GetValue(_effort),
        Epochs = parsed.GetValue(_epochs),
        MemoryLimit = parsed.GetValue(_memoryLimit),
        Seed = parsed.GetValue(_seed),
        Device = parsed.GetValue(_device),
        Checkpoint = parsed.GetValue(_checkpoint) is { } folder ? new GanCheckpoint(folder) : null,
        ResumeFrom = parsed.GetValue(_resumeFrom),
        FineTuneFrom = parsed.GetValue(_fineTuneFrom),
        CancellationToken = _context.CancellationToken,
    }), [.. data.Training.Columns.Select(column => column.Name)]);
}
