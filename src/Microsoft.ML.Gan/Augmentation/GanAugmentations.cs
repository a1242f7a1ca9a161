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

    /// <summary>
    /// An augmentation of as many images as keep the discriminator from learning the training images by heart, and of none where it does not. Karras
    /// et al. (2020, ADA).
    /// </summary>
    /// <remarks>
    /// The share p of the images that are changed starts at 0. It grows while r_t = E[sign D(x)], over training images x, is above its target, and
    /// shrinks while it is below: equation 1 of the paper.
    /// </remarks>
    /// <param name="inner">What is done to those images. Default <see cref="DiffAugment"/>.</param>
    /// <param name="target">The target of r_t. Default 0.6, the paper's. Range: above 0 and below 1.</param>
    /// <param name="imagesToFull">
    /// How many images D sees while p goes from 0 to 1 at most. Default 100,000: the paper has 500,000 for fits of millions. Range: &gt; 0.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A parameter is out of range, or <paramref name="inner"/> changes nothing or is adaptive itself.
    /// </exception>
    public static IGanAugmentation Adaptive(IGanAugmentation? inner = null, double target = 0.6, long imagesToFull = 100_000)
    {
        inner ??= DiffAugment();
        if (inner is NoAugmentation or AdaptiveAugmentation)
        {
            throw new ArgumentException(
                $"{nameof(inner)} must change images by itself, but was {inner.Name}. Use {nameof(DiffAugment)}.", nameof(inner));
        }
        if (!(target > 0 && target < 1))
            throw new ArgumentException($"{nameof(target)} must be above 0 and below 1, but was {target}. The paper has 0.6.", nameof(target));
        if (imagesToFull < 1)
            throw new ArgumentException($"{nameof(imagesToFull)} must be at least 1, but was {imagesToFull}.", nameof(imagesToFull));
        return new AdaptiveAugmentation(inner, target, imagesToFull);
    }
}
