using Gan.Onnx;
using Gan.Tool.Data;

namespace Gan.Tool.Evaluation;

/// <summary>How good a generator's images are, measured against real ones.</summary>
/// <param name="ClassifierAccuracy">The judge's own accuracy on real images that it was not trained on; null without classes.</param>
/// <param name="Classes">For each class, how its <see cref="PerClass"/> generated images do; one for all without classes.</param>
/// <param name="NeighbourRatio">
/// The median distance of generated images to the nearest training image, by that of held-out real images: about 1 is as new as real
/// images are, near 0 is copied.
/// </param>
internal sealed record ImageQuality(double? ClassifierAccuracy, IReadOnlyList<ClassQuality> Classes, double NeighbourRatio)
{
    public const int PerClass = 100;

    public static ImageQuality Measure(GeneratorTransformer generator, ImageSet training, ImageSet heldOut, int seed)
    {
        var judge = training.ClassNames.Count > 0 ? new ImageClassifier(training) : null;
        var generated = training.Groups.Select(name => (Name: name, Pixels: generator.Vectors(PerClass, name, seed).ToList())).ToList();
        return new ImageQuality(
            judge?.Accuracy(heldOut),
            [.. generated.Select(made => new ClassQuality(
                made.Name ?? "",
                judge?.Recognised(
                    heldOut with { Images = [.. made.Pixels.Select(pixels => new LabelledImage { Features = pixels, Label = made.Name! })] }),
                Distances.MeanBetween(made.Pixels) / Distances.MeanBetween(Pixels(training.OfClass(made.Name).Take(PerClass)))))],
            Distances.MedianToNearest([.. generated.SelectMany(made => made.Pixels)], Pixels(training.Images))
                / Distances.MedianToNearest(Pixels(heldOut.Images), Pixels(training.Images)));
    }

    private static List<float[]> Pixels(IEnumerable<LabelledImage> images) => [.. images.Select(image => image.Features)];
}
