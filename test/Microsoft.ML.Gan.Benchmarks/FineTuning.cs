using TorchSharp;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>A hundred eights, learnt from nothing and from a fit of the digits 0 to 7, in as many rounds.</summary>
internal static class FineTuning
{
    public const string Summary = "Images: eights from a fit of other digits, and from nothing; the argument counts the seeds.";

    private const int TrainedOn = 100, RoundsBefore = 3_000;

    private static readonly int[] Rounds = [100, 300, 1_000];

    public static void Run(int repetitions)
    {
        torch.set_num_threads(1);
        var digits = new Digits();
        var (training, heldOut) = digits.Of([8], TrainedOn);
        var table = ImageScores.Table("begins with", "rounds", "seed");
        for (var seed = 0; seed < repetitions; seed++)
        {
            var folder = Directory.CreateTempSubdirectory("gan-benchmark-");
            var plain = new GanTrainer.Options { Seed = seed, Device = TrainingDevice.Cpu };
            using (new MLContext().Gan().Train(
                digits.Of([0, 1, 2, 3, 4, 5, 6, 7]).Training, plain with { MaxRounds = RoundsBefore, Checkpoint = new(folder.FullName) }))
            {
            }
            var tuned = plain with { FineTuneFrom = folder.FullName };
            foreach (var rounds in Rounds)
            {
                foreach (var (name, options) in new[]
                {
                    ("nothing", plain), ("the digits 0 to 7", tuned),
                    ("the same, one layer of D frozen", tuned with { FrozenDiscriminatorLayers = 1 }),
                    ("the same, two layers frozen", tuned with { FrozenDiscriminatorLayers = 2 }),
                })
                {
                    table.Add([name, rounds, seed, .. ImageScores.Of(training, heldOut, options with { MaxRounds = rounds })]);
                }
            }
            folder.Delete(recursive: true);
        }
        table.Print();
    }
}
