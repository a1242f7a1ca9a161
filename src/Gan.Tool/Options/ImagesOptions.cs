using Gan.Tool.Data;
using Microsoft.ML.Gan;

namespace Gan.Tool.Options;

/// <summary>How a folder of pictures is trained: everything there is to tune.</summary>
internal static class ImagesOptions
{
    public const int DefaultEpochs = 100;
    private const int BatchSize = 64;
    private const int FewImages = 10_000;                           // fewer than these D learns by heart, unless they are varied

    /// <param name="images">The images to train on.</param>
    public static GanTrainer.Options For(ImageSet images) => new()
    {
        LabelColumnName = images.ClassNames.Count > 0 ? "Label" : null,
        LatentSize = 64,
        Architecture = GanArchitectures.Dcgan(32, 32),
        Regularizer = GanRegularizers.R1(0.1),
        Augmentation = images.Images.Count < FewImages ? GanAugmentations.DiffAugment() : GanAugmentations.None,
        BatchSize = Math.Min(BatchSize, images.Images.Count),
        GeneratorLearningRate = 8e-4,
        DiscriminatorLearningRate = 8e-4,
        LearningRateSchedule = GanSchedule.Cosine(1),
    };
}
