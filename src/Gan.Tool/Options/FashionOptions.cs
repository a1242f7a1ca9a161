using Microsoft.ML.Gan;

namespace Gan.Tool.Options;

/// <summary>How Fashion-MNIST is trained: by the defaults for images.</summary>
internal static class FashionOptions
{
    public static GanTrainer.Options Options { get; } = new() { LabelColumnName = "Label" };
}
