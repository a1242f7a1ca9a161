using System.CommandLine;
using Gan.Tool.Options;
using Microsoft.ML.Gan;

namespace Gan.Tool.Commands;

/// <summary>The options that all training verbs have.</summary>
internal sealed class TrainingArguments
{
    private readonly Option<string> _preset = CommandLineOptions.Preset();
    private readonly Option<int?> _epochs;
    private readonly int? _otherwise;
    private readonly Option<int> _seed = CommandLineOptions.Seed();
    private readonly Option<TrainingDevice> _device = CommandLineOptions.Device();
    private readonly Option<string?> _checkpoint = CommandLineOptions.Checkpoint();
    private readonly Option<string?> _resumeFrom = CommandLineOptions.ResumeFrom();
    private readonly Option<string?> _fineTuneFrom = CommandLineOptions.FineTuneFrom();
    private readonly Option<string> _out;

    /// <param name="command">The verb.</param>
    /// <param name="epochs">The passes over the data if none are given; null for as many as the options' rounds take.</param>
    public TrainingArguments(Command command, int? epochs = null)
    {
        _otherwise = epochs;
        var otherwise = epochs is null ? "As many as 5,000 rounds of 64 take" : $"{epochs}";
        _epochs = OptionKinds.Number("--epochs", $"Passes over the data. {otherwise} if not given.");
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

    public TrainingChoices Choices(ParseResult parsed, IProgress<GanProgress> progress, ProgramContext context) =>
        new(
            parsed.GetValue(_preset), parsed.GetValue(_epochs) ?? _otherwise, Seed(parsed), parsed.GetValue(_device), parsed.GetValue(_checkpoint),
            parsed.GetValue(_resumeFrom), parsed.GetValue(_fineTuneFrom), context.Exchange, progress, context.CancellationToken);
}
