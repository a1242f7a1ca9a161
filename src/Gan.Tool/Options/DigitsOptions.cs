using Microsoft.ML.Gan;

namespace Gan.Tool.Options;

/// <summary>How the digits are trained: by the defaults for images, with wider networks, since they are tiny.</summary>
internal static class DigitsOptions
{
    public const int DefaultEpochs = 200;

    public static GanTrainer.Options Options { get; } = new()
    {
        LabelColumnName = "Label",
        LatentSize = 32,
        Architecture = GanArchitectures.Upsampling(64, 64),
    };
}
