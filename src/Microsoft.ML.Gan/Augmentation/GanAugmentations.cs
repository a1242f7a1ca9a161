using Microsoft.ML.Gan.Augmentation;

namespace Microsoft.ML.Gan;

/// <summary>The augmentations that a GAN can be trained with.</summary>
public static class GanAugmentations
{
    /// <value>No change.</value>
    public static IGanAugmentation None { get; } = new NoAugmentation();

    /// <summary>Differentiable augmentation of images, for data sets of a few thousand or fewer. Zhao, Liu, Lin, Zhu and Han (2020).</summary>
    /// <remarks>The changes happen in the networks' units, where images go from −1 to 1; what is moved in or cut out is 0, a middle grey.</remarks>
    /// <param name="color">Random brightness, saturation and contrast. Default true. An image of one channel has no saturation to change.</param>
    /// <param name="translation">A random shift by up to an eighth of each side. Default true.</param>
    /// <param name="cutout">A rectangle of half of each side, at a random place, is blanked. Default true.</param>
    /// <exception cref="ArgumentException">All three are false.</exception>
    public static IGanAugmentation DiffAugment(bool color = true, bool translation = true, bool cutout = true) =>
        color || translation || cutout
            ? new DifferentiableAugmentation(color, translation, cutout)
            : throw new ArgumentException(
                "At least one of color, translation and cutout must be true, but none was. For no augmentation use GanAugmentations.None.");
}
