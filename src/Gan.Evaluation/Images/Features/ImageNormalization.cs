namespace Microsoft.ML.Gan;

/// <summary>What a network expects of its pixels: (White × pixel − Mean) / Deviation for each channel, where pixels are from 0 to 1.</summary>
public sealed record ImageNormalization
{
    /// <summary>As torchvision's networks for ImageNet have it.</summary>
    public static ImageNormalization ImageNet { get; } = new() { Mean = [0.485f, 0.456f, 0.406f], Deviation = [0.229f, 0.224f, 0.225f] };

    /// <summary>As the ResNet-18 of ML.NET's package has it: bytes, blue first, less ImageNet's mean.</summary>
    internal static ImageNormalization MLNet { get; } = new() { White = 255, Mean = [103.06f, 115.90f, 123.15f], IsBlueFirst = true };

    /// <value>What a white pixel is before the mean is subtracted. Default 1; 255 for networks that take bytes.</value>
    public float White { get; init; } = 1;

    /// <value>The mean of each of the network's channels, in its order. Default 0.</value>
    public IReadOnlyList<float> Mean { get; init; } = [0, 0, 0];

    /// <value>The standard deviation of each of the network's channels, in its order. Default 1. Range: greater than 0.</value>
    public IReadOnlyList<float> Deviation { get; init; } = [1, 1, 1];

    /// <value>Whether channels stand as blue, green, red. Default false: red, green, blue.</value>
    public bool IsBlueFirst { get; init; }
}
