using Microsoft.ML.Runtime;

namespace Microsoft.ML.Gan.Tests;

/// <summary>A context that keeps the warnings and the information that are logged.</summary>
internal sealed class WarningLog
{
    public WarningLog() => MLContext.Log += (_, line) =>
    {
        if (line.Kind == ChannelMessageKind.Warning) Warnings.Add(line.RawMessage);
        if (line.Kind == ChannelMessageKind.Info) Lines.Add(line.RawMessage);
    };

    public MLContext MLContext { get; } = new(seed: 1);

    public List<string> Warnings { get; } = [];

    public List<string> Lines { get; } = [];
}
