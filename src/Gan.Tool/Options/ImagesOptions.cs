using Gan.Tool.Data;
using Microsoft.ML.Gan;

namespace Gan.Tool.Options;

/// <summary>How a folder of pictures is trained: by the defaults for images, varied where there are few.</summary>
internal static class ImagesOptions
{
    private const int FewImages = 10_000;                           // fewer than these D may learn by heart

    /// <summary>The paper's target of 0.6 lets 200 digits be copied (docs/benchmarks.md).</summary>
    private static readonly IGanAugmentation ForFew = GanAugmentations.Adaptive(target: 0.3, imagesToFull: 20_000);

    /// <param name="images">The images to train on.</param>
    public static GanTrainer.Options For(ImageSet images) => new()
    {
        LabelColumnName = images.ClassNames.Count > 0 ? "Label" : null,
        Augmentation = images.Images.Count < FewImages ? ForFew : GanAugmentations.None,
    };
}
