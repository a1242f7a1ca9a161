using Microsoft.ML;
using Microsoft.ML.Runtime;
using Spectre.Console;

namespace Gan.Tool.Reporting;

/// <summary>What a training warns of: it is kept until the training's own display is over.</summary>
internal sealed class TrainingWarnings
{
    private readonly List<string> _warnings = [];

    public TrainingWarnings() => MLContext.Log += (_, line) =>
    {
        if (line.Kind == ChannelMessageKind.Warning) _warnings.Add(line.RawMessage);
    };

    /// <value>What to train by.</value>
    public MLContext MLContext { get; } = new();

    /// <summary>Writes the warnings, each once.</summary>
    public void Write(IAnsiConsole console)
    {
        foreach (var warning in _warnings.Distinct()) console.WriteLine($"Warning: {warning}");
    }
}
