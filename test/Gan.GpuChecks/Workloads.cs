using static Microsoft.ML.Gan.GanArchitectures;

namespace Microsoft.ML.Gan.GpuChecks;

/// <summary>What is trained for a few rounds: every architecture, loss, penalty and order of moves, each once at least.</summary>
internal static class Workloads
{
    private static readonly GanTrainer.Options Vectors = new()
    {
        Architecture = Mlp(32, 2),
        LatentSize = 8,
        BatchSize = 16,
        Regularizer = GanRegularizers.None,
    };

    private static readonly GanTrainer.Options Images = Vectors with { Architecture = Dcgan(8), Regularizer = GanRegularizers.R1(0.1) };

    public static IEnumerable<(string Name, GanTrainer.Options Options, int[] Shape)> All =>
    [
        .. Losses.Select(loss => ($"MLP {loss.Name}", Vectors with { Loss = loss }, new[] { 2 })),
        .. Penalties.Select(penalty => ($"MLP {penalty.Name}", Vectors with { Regularizer = penalty }, new[] { 2 })),
        ("MLP packed", Vectors with { PackSize = 2 }, [2]),
        ("MLP simultaneous R1", Vectors with { Update = GanUpdate.Simultaneous, Regularizer = GanRegularizers.R1(1) }, [2]),
        ("default networks", new GanTrainer.Options
        {
            Architecture = Vectors.Architecture,
            BatchSize = 16,
            Regularizer = GanRegularizers.R1R2(1),
        }, [2]),
        ("DCGAN", Images, [1, 8, 8]),
        ("DCGAN augmented", Images with { Augmentation = GanAugmentations.DiffAugment() }, [3, 16, 16]),
        ("residual", Images with { Architecture = Residual(8, 1) }, [1, 8, 8]),
    ];

    private static IGanLoss[] Losses =>
    [
        GanLosses.NonSaturating, GanLosses.Minimax, GanLosses.LeastSquares, GanLosses.Hinge, GanLosses.Wasserstein,
        GanLosses.RelativisticPairing, GanLosses.RelativisticAverage, GanLosses.NonSaturatingSmoothed(),
    ];

    private static IDiscriminatorRegularizer[] Penalties =>
    [
        GanRegularizers.R1(1), GanRegularizers.R2(1), GanRegularizers.R1R2(1), GanRegularizers.WassersteinGradientPenalty(10),
        GanRegularizers.Dragan(10), GanRegularizers.WeightClipping(), GanRegularizers.Every(4, GanRegularizers.R1(1)),
    ];
}
