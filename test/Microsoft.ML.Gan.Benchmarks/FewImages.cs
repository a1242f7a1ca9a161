using TorchSharp;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>Two hundred digits, learnt with and without augmentation: whether the generator collapses, and whether it copies.</summary>
internal static class FewImages
{
    public const string Summary = "Images: 200 digits with augmentations; the argument counts the seeds.";

    private const int TrainedOn = 200, Rounds = 3_000;

    private static readonly (string Name, IGanAugmentation Augmentation)[] Variants =
    [
        ("none", GanAugmentations.None),
        ("DiffAugment, always", GanAugmentations.DiffAugment()),
        ("translation, always", GanAugmentations.DiffAugment(color: false, cutout: false)),
        ("DiffAugment, adaptive", GanAugmentations.Adaptive()),
        ("translation, adaptive", GanAugmentations.Adaptive(GanAugmentations.DiffAugment(color: false, cutout: false))),
        ("adaptive, target 0.3, within 20,000", GanAugmentations.Adaptive(target: 0.3, imagesToFull: 20_000)),
        ("the same, target 0.1", GanAugmentations.Adaptive(target: 0.1, imagesToFull: 20_000)),
    ];

    public static void Run(int repetitions)
    {
        torch.set_num_threads(1);
        var (training, heldOut) = new Digits().Of([.. Enumerable.Range(0, 10)], TrainedOn);
        var table = ImageScores.Table("augmentation", "seed");
        for (var seed = 0; seed < repetitions; seed++)
        {
            foreach (var (name, augmentation) in Variants)
            {
                var options = new GanTrainer.Options
                {
                    Augmentation = augmentation,
                    MaxRounds = Rounds,
                    Seed = seed,
                    Device = TrainingDevice.Cpu,
                };
                table.Add([name, seed, .. ImageScores.Of(training, heldOut, options)]);
            }
        }
        table.Print();
    }
}
