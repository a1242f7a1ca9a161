using System.CommandLine;
using Gan.Tool.Data;
using Gan.Tool.Reporting;
using Microsoft.ML;
using Microsoft.ML.Gan;
using Spectre.Console;

namespace Gan.Tool.Commands;

/// <summary><c>table</c>: a synthetic table of the same columns, and how good it is.</summary>
internal sealed class TableCommand
{
    private readonly Option<string?> _data =
        new("--data") { Description = "The table's CSV file; without it, 10,000 wildlife strikes on aircraft.", HelpName = "file" };
    private readonly Option<string?> _test = CommandLineOptions.Test("without it, every fifth row of the table is held out");
    private readonly Option<string?> _label = CommandLineOptions.Label();
    private readonly Option<int?> _rows = CommandLineOptions.Number("--rows", "Synthetic rows to make; without it, as many as were trained on.");
    private readonly Option<string[]> _where = CommandLineOptions.Where();
    private readonly Option<int?> _epochs =
        CommandLineOptions.Number("--epochs", "Passes over the rows; without it, until the quality no longer rises.");
    private readonly Option<int> _seed = CommandLineOptions.Seed();
    private readonly Option<TrainingDevice> _device = CommandLineOptions.Device();
    private readonly Option<string> _out = CommandLineOptions.Out("artifacts/table");
    private readonly ProgramContext _context;

    private TableCommand(ProgramContext context) => _context = context;

    public static Command Create(ProgramContext context)
    {
        var table = new TableCommand(context);
        var command = new Command(
            "table", "Train on a table of mixed columns: writes synthetic.csv, generator.onnx and report.html, prints the scores.")
        {
            table._data, table._test, table._label, table._rows, table._where, table._epochs, table._seed, table._device, table._out,
        };
        command.SetAction(table.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var data = Read(parsed);
        var label = parsed.GetValue(_label) ?? (parsed.GetValue(_data) is null ? Birdstrikes.Label : null);
        if (label is not null && data.Training.Columns.All(column => column.Name != label))
            throw new ArgumentException($"--label must be a column of the table, but '{label}' is none.");
        var given = GivenCells.Parse(parsed.GetRequiredValue(_where), data.Training, data.DateFormats);
        var folder = new OutputFolder(parsed.GetRequiredValue(_out));
        _context.Console.WriteLine(
            $"Training on {data.TrainingRows:N0} rows of {data.Training.Columns.Count} columns; {data.TestRows:N0} more are held out.");
        _context.Console.WriteLine(data.Description);

        using var gan = TrainingDisplay.Run(
            _context.Console, progress => new MLContext().Gan().TrainTabular(data.Training, Options(parsed, progress)));
        gan.SaveGenerator(folder.PathOf(TrainingOutputs.GeneratorFile));
        TrainingOutputs.WriteHistory(folder, gan.History);

        var mlContext = new MLContext();                  // as another program would: with the generator's file alone
        using var generator = mlContext.Gan().LoadTabularGenerator(folder.PathOf(TrainingOutputs.GeneratorFile));
        var (count, seed) = (parsed.GetValue(_rows) ?? data.TrainingRows, parsed.GetValue(_seed));
        SyntheticRows.Write(_context, folder, generator.Sample(count, seed, given), count, given, data.DateFormats);
        var metrics = mlContext.Gan().EvaluateTabular(
            data.Training, generator.Sample(data.TrainingRows, seed), data.TestRows > 0 ? data.Test : null, label);
        metrics.SaveHtml(folder.PathOf(EvaluateCommand.ReportFile));
        _context.Console.WriteLine($"Scores of {data.TrainingRows:N0} rows{(given.Count > 0 ? " made without --where" : "")}:");
        ScoreTable.Write(_context.Console, metrics);
        return TrainingOutputs.Conclude(_context.Console, parsed.GetRequiredValue(_out), gan.History);
    }

    private TableData Read(ParseResult parsed)
    {
        var table = parsed.GetValue(_data) is { } path ? CsvTable.Read(path) : Birdstrikes.Read();
        if (parsed.GetValue(_test) is not { } file) return TableData.Split(table);
        var test = CsvTable.Read(file, table.Data).Data;
        if (test.Rows.Count == 0) throw new ArgumentException($"--test must be a file with rows, but '{file}' has none.");
        if (table.Data.Columns.FirstOrDefault(column => test.Columns.All(other => other.Name != column.Name)) is { } column)
            throw new ArgumentException($"--test must be a file with the table's columns, but '{file}' has no '{column.Name}'.");
        return new TableData(table.Data, test, table.DateFormats);
    }

    private TabularGanTrainer.Options Options(ParseResult parsed, IProgress<GanProgress> progress) => new()
    {
        Epochs = parsed.GetValue(_epochs),
        Seed = parsed.GetValue(_seed),
        Device = parsed.GetValue(_device),
        Progress = progress,
        CancellationToken = _context.CancellationToken,
    };
}
