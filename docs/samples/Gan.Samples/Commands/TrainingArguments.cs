using System.CommandLine;
using Gan.Samples.Options;
using Microsoft.ML.Gan;

namespace Gan.Samples.Commands;

/// <summary>The options that all training verbs have.</summary>
internal sealed class TrainingArguments
{
    private readonly Option<int> _seed = CommandLineOptions.Seed();
    private readonly Option<int?> _epochs;
    private readonly Option<string> _out;

    private readonly Option<TrainingDevice> _device =
        new("--device") { Description = "Where to train: auto, cpu or cuda.", HelpName = "auto|cpu|cuda", DefaultValueFactory = _ => TrainingDevice.Auto };

    public TrainingArguments(Command command, int epochs)
    {
        _epochs = CommandLineOptions.AtLeast(1, new Option<int?>("--epochs") { Description = $"Passes over the data; {epochs} if not given.", HelpName = "number" });
        _out = CommandLineOptions.Out($"artifacts/{command.Name}");
        command.Add(_epochs);
        command.Add(_seed);
        command.Add(_device);
        command.Add(_out);
    }

    public int Seed(ParseResult parsed) => parsed.GetValue(_seed);

    public string Folder(ParseResult parsed) => parsed.GetRequiredValue(_out);

    public TrainingRun Run(ParseResult parsed, IProgress<GanProgress> progress, CancellationToken cancellationToken) =>
        new(parsed.GetValue(_epochs), Seed(parsed), parsed.GetValue(_device), progress, cancellationToken);
}
