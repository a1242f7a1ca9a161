using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Augmentation;

/// <summary>DiffAugment (Zhao, Liu, Lin, Zhu and Han 2020): colour, translation and cutout, in this order, each drawn anew for every image.</summary>
/// <remarks>
/// u ~ U[0, 1). Brightness: x + u − ½. Saturation: m + 2u (x − m), m being a pixel's mean over the channels. Contrast: m + (u + ½)(x − m), m
/// being the image's mean. Translation: by a whole number of pixels up to an eighth of the side, with zeros moving in. Cutout: a rectangle of
/// half of each side, whose centre is any pixel, becomes 0.
/// </remarks>
internal sealed class DifferentiableAugmentation(bool color, bool translation, bool cutout) : IGanAugmentation
{
    private const double TranslationRatio = 1.0 / 8;
    private const double CutoutRatio = 1.0 / 2;
    private const int Vertical = 2, Horizontal = 3;                   // the dimensions of (N, channels, height, width)

    public string Name => $"DiffAugment ({string.Join(", ", Parts.Where(part => part.IsOn).Select(part => part.Name))})";

    public string? Problem(IReadOnlyList<int> sampleShape) => sampleShape.Count == 3
        ? null
        : $"The sample shape must be [channels, height, width] for {Name}, but was [{string.Join(", ", sampleShape)}]. Use GanAugmentations.None.";

    public Tensor Apply(Tensor rows, Func<long[], Tensor> uniform)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(uniform);
        Tensor OnePerImage() => uniform([rows.shape[0], 1, 1, 1]);

        if (color)
        {
            rows = rows.Plus(OnePerImage().Plus(-0.5));
            rows = Stretch(rows, rows.mean([1], keepdim: true), OnePerImage().Times(2));
            rows = Stretch(rows, rows.mean([1, 2, 3], keepdim: true), OnePerImage().Plus(0.5));
        }
        if (translation)
        {
            rows = Shift(rows, Vertical, OnePerImage());
            rows = Shift(rows, Horizontal, OnePerImage());
        }
        if (cutout) rows = rows - rows * Inside(rows, Vertical, OnePerImage()) * Inside(rows, Horizontal, OnePerImage());
        return rows;
    }

    private (bool IsOn, string Name)[] Parts => [(color, nameof(color)), (translation, nameof(translation)), (cutout, nameof(cutout))];

    /// <summary>m + factor · (x − m).</summary>
    private static Tensor Stretch(Tensor rows, Tensor mean, Tensor factor) => mean.Plus(factor * (rows - mean));

    /// <summary>Moves each image along a dimension by one of −s, ..., s pixels: pixel i comes from i − shift, or is 0 where there is none.</summary>
    private static Tensor Shift(Tensor rows, int dimension, Tensor u)
    {
        var size = rows.shape[dimension];
        var greatest = Math.Round(size * TranslationRatio, MidpointRounding.AwayFromZero);
        var shift = u.Times(2 * greatest + 1).floor().Plus(-greatest);  // (N, 1, 1, 1)
        var source = Positions(rows, dimension) - shift;
        var nearest = source.Clamp(0, size - 1);
        var moved = rows.gather(dimension, nearest.to(int64).expand(rows.shape));
        return moved * nearest.eq(source);
    }

    /// <summary>1 for the positions of a dimension that the cut covers, and 0 for the others.</summary>
    private static Tensor Inside(Tensor rows, int dimension, Tensor u)
    {
        var size = rows.shape[dimension];
        var length = Math.Round(size * CutoutRatio, MidpointRounding.AwayFromZero);
        var centers = size + 1 - length % 2;                          // of an even length, the centre is a line between two pixels
        var first = u.Times(centers).floor().Plus(-Math.Floor(length / 2));
        var fromFirst = Positions(rows, dimension) - first;
        return fromFirst.Clamp(0, length - 1).eq(fromFirst);
    }

    /// <summary>0, 1, 2, ... along a dimension.</summary>
    private static Tensor Positions(Tensor rows, int dimension)
    {
        var shape = new long[] { 1, 1, 1, 1 };
        shape[dimension] = rows.shape[dimension];
        return TensorArithmetic.Range(rows.shape[dimension], rows.device).reshape(shape);
    }
}
