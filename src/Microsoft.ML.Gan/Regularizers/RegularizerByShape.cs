using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Regularizers;

/// <summary>One penalty where the rows are images, another for vectors and all other shapes.</summary>
internal sealed class RegularizerByShape(IDiscriminatorRegularizer images, IDiscriminatorRegularizer others) : IDiscriminatorRegularizer
{
    private const int ImageDimensions = 4;                            // (N, channels, height, width)

    public string Name => $"{images.Name} or {others.Name}";

    /// <summary>The one for rows of a shape.</summary>
    public IDiscriminatorRegularizer For(IReadOnlyList<int> rowShape) => rowShape.Count + 1 == ImageDimensions ? images : others;

    public Tensor? Penalty(DiscriminatorStep step) => (step.Real.dim() == ImageDimensions ? images : others).Penalty(step);
}
