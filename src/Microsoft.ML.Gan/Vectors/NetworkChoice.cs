using Microsoft.ML.Gan.Torch;
using Microsoft.ML.Gan.Vectors.Data;

namespace Microsoft.ML.Gan.Vectors;

/// <summary>The architecture that a fit's options mean for the shape of its data.</summary>
/// <param name="Architecture">The architecture, no longer a choice between several.</param>
/// <param name="Shape">The shape that its networks make.</param>
/// <param name="Warning">What the user may have wanted otherwise; null for nothing.</param>
internal sealed record NetworkChoice(GanArchitecture Architecture, IReadOnlyList<int> Shape, string? Warning)
{
    private const int SmallestSide = 16;                              // of a vector that is told to be an image

    /// <param name="options">The options, of which the architecture and the sample shape count.</param>
    /// <param name="data">The data.</param>
    public static NetworkChoice Of(GanTrainer.Options options, TrainingData data)
    {
        var chosen = options.Architecture ?? GanDefaults.Architecture;
        var shape = data.Schema.Shape;
        var architecture = chosen.For(shape);
        if (chosen.WhyNoImages(shape) is { } reason)
        {
            if (data.Statistics.HasEndsLikePixels) architecture = architecture.Bounded();
            return new(
                architecture, architecture.NetworkShape(shape),
                $"Samples of [{string.Join(", ", shape)}] are learnt as plain numbers by {architecture.Name}, not as images. {reason} " +
                $"If they are no images, SampleShape = [{shape.Product()}] says so.");
        }
        var hint = options.SampleShape is null && SideOfPixels(data) is { } side && chosen.For([1, side, side]) != architecture
            ? $"Rows of {shape[0]} whole numbers from 0 to 255 may be images of {side} x {side} pixels, but are learnt as plain numbers by " +
                $"{architecture.Name}. If they are, SampleShape = [1, {side}, {side}] says so, and if not, SampleShape = [{shape[0]}]."
            : null;
        return new(architecture, architecture.NetworkShape(shape), hint);
    }

    /// <summary>The side of the square image that each row may be; null where it does not look like one.</summary>
    private static int? SideOfPixels(TrainingData data)
    {
        if (data.Schema.Shape is not [var width]) return null;
        var side = (int)Math.Sqrt(width);
        return side >= SmallestSide && side * side == width && data.Statistics.HasValuesLikePixels ? side : null;
    }
}
