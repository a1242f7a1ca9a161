using Gan.Onnx;
using Gan.Samples.Data;

namespace Gan.Samples.Evaluation;

/// <summary>How good a generator's images are, measured against real ones.</summary>
/// <param name="ClassifierAccuracy">The judge's own accuracy on real images that it was not trained on.</param>
/// <param name="Recognised">For each class, how many of <see cref="PerClass"/> generated images the judge takes for that class.</param>
/// <param name="NeighbourRatio">
/// The median distance of generated images to the nearest training image, by that of held-out real images: about 1 is as new as real
/// images are, near 0 is copied.
/// </param>
internal sealed record ImageQuality(double ClassifierAccuracy, IReadOnlyDictionary<string, int> Recognised, double NeighbourRatio)
{
    public const int PerClass = 100;

    public static ImageQuality Measure(GeneratorTransformer generator, ImageSet training, ImageSet heldOut, int seed)
    {
        var generated = heldOut with
        {
            Images = [.. generator.ClassNames.SelectMany(name =>
                generator.Vectors(PerClass, name, seed).Select(pixels => new LabelledImage { Features = pixels, Label = name }))],
        };
        var judge = new ImageClassifier(training);
        return new ImageQuality(
            judge.Accuracy(heldOut),
            generated.ClassNames.ToDictionary(name => name, name => judge.Recognised(generated with { Images = [.. generated.OfClass(name)] })),
            MedianDistance(generated) / MedianDistance(heldOut));

        double MedianDistance(ImageSet images) => NearestNeighbours.MedianDistance(Pixels(images), Pixels(training));
    }

    private static List<float[]> Pixels(ImageSet images) => [.. images.Images.Select(image => image.Features)];
}
