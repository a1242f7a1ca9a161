using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Vectors.Data;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>The architecture that a fit's options mean for the shape of its data.</summary>
/// <param name="Architecture">The architecture, no longer a choice between several.</param>
/// <param name="Shape">The shape that its networks make.</param>
/// <param name="Warning">What the user may have wanted otherwise; null for nothing.</param>
internal sealed record NetworkChoice(GanArchitecture Architecture, IReadOnlyList<int> Shape, string? Warning)
{
    /// <param name="chosen">The options' architecture, or the default.</param>
    /// <param name="data">The data.</param>
    public static NetworkChoice Of(GanArchitecture chosen, TrainingData data)
    {
        var shape = data.Schema.Shape;
        var architecture = chosen.For(shape);
        if (chosen.WhyNoImages(shape) is not { } reason) return new(architecture, architecture.NetworkShape(shape), null);

        if (data.HasEndsLikePixels) architecture = architecture.Bounded();
        return new(
            architecture, architecture.NetworkShape(shape),
            $"Samples of [{string.Join(", ", shape)}] are learnt as plain numbers by {architecture.Name}, not as images. {reason} " +
            $"If they are no images, SampleShape = [{shape.Product()}] says so.");
    }
}
