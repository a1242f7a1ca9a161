using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Augmentation;

/// <summary>An augmentation that a fit applies to a share of the images, as large as D's overfitting asks for (Karras et al. 2020, ADA).</summary>
/// <remarks>It is a recipe without state: each fit has its own strength. By itself it changes every image.</remarks>
internal sealed class AdaptiveAugmentation(IGanAugmentation inner, double target, long imagesToFull) : IGanAugmentation
{
    public string Name => $"Adaptive ({inner.Name})";

    public IGanAugmentation Inner => inner;

    public double Target => target;

    public long ImagesToFull => imagesToFull;

    public string? Problem(IReadOnlyList<int> sampleShape) => inner.Problem(sampleShape);

    public Tensor Apply(Tensor rows, Func<long[], Tensor> uniform) => inner.Apply(rows, uniform);
}
