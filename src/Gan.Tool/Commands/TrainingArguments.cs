using System.CommandLine;
using Gan.Tool.Options;
using Microsoft.ML.Gan;

namespace Gan.Tool.Commands;

/// <summary>The options that all training verbs have.</summary>
internal sealed class TrainingArguments
{
    private readonly Option<string> _preset = CommandLineOptions.Preset();
    private readonly Option<int> _epochs;
    private readonly Option<int> _seed = CommandLineOptions.Seed();
    private readonly Option<TrainingDevice> _device = CommandLineOptions.Device();
    private readonly Option<string?> _checkpoint = CommandLineOptions.Checkpoint();
    private readonly Option<string?> _resumeFrom = CommandLineOptions.ResumeFrom();
    private readonly Option<string?> _fineTuneFrom = CommandLineOptions.FineTuneFrom();
    private readonly Option<string> _out;

    public TrainingArguments(Command command, int epochs)
    {
        _epochs = OptionKinds.Number("--epochs", "Passes over the data.", least: 1, otherwise: epochs);
        _out = CommandLineOptions.Out($"artifacts/{command.Name}");
        command.Add(_preset);
        command.Add(_epochs);
        command.Add(_seed);
        command.Add(_device);
        command.Add(_checkpoint);
        command.Add(_resumeFrom);
        command.Add(_fineTuneFrom);
        command.Add(_out);
    }

    public int Seed(ParseResult parsed) => parsed.GetValue(_seed);

    public string Folder(ParseResult parsed) => parsed.GetRequiredValue(_out);

    public TrainingChoices Choices(ParseResult parsed, IProgress<GanProgress> progress, CancellationToken cancellationToken) =>
        new(
            parsed.GetValue(_preset), parsed.GetValue(_epochs), Seed(parsed), parsed.GetValue(_device), parsed.GetValue(_checkpoint),
            parsed.GetValue(_resumeFrom), parsed.GetValue(_fineTuneFrom), progress, cancellationToken);
}
