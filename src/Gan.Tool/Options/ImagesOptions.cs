using Gan.Tool.Data;
using Microsoft.ML.Gan;

namespace Gan.Tool.Options;

/// <summary>How a folder of pictures is trained: by the defaults for images, varied where there are few.</summary>
internal static class ImagesOptions
{
    private const int FewImages = 10_000;                           // fewer than these D may learn by heart

    /// <param name="images">The images to train on.</param>
    public static GanTrainer.Options For(ImageSet images) => new()
    {
        LabelColumnName = images.ClassNames.Count > 0 ? "Label" : null,
        Augmentation = images.Images.Count < FewImages ? GanAugmentations.DiffAugment() : GanAugmentations.None,
    };
}
