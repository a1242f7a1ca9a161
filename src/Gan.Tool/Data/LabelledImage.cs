namespace Gan.Tool.Data;

/// <summary>An image and its class: one row of training data.</summary>
internal sealed class LabelledImage
{
    /// <value>The pixels, from 0 to 1.</value>
    public float[] Features { get; init; } = [];

    public string Label { get; init; } = "";
}
