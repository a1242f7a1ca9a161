using Gan.Onnx;
using Microsoft.ML.Gan.Exchange;
using Microsoft.ML.Gan.Training.Optimizers;

namespace Microsoft.ML.Gan.Training.Loop;

/// <summary>What the training of any two players is told; the trainers' public options say it in their own words, with their own defaults.</summary>
internal sealed record TrainingSettings
{
    /// <summary>Far beyond what any generator learns from, and little enough for a first layer to fit into memory.</summary>
    public const int GreatestLatentSize = 1 << 16;

    /// <value>The length of a latent vector z.</value>
    public required int LatentSize { get; init; }

    /// <value>The prior p(z).</value>
    public LatentPrior Prior { get; init; }

    public required IGanLoss Loss { get; init; }

    public required IDiscriminatorRegularizer Regularizer { get; init; }

    public IGanAugmentation Augmentation { get; init; } = GanAugmentations.None;

    /// <value>Discriminator steps per generator step, where no pacing chooses them.</value>
    public int DiscriminatorSteps { get; init; } = 1;

    /// <value>Chooses the steps of either player; null for always <see cref="DiscriminatorSteps"/> and 1.</value>
    public IGanPacing? Pacing { get; init; }

    /// <value>Chooses the steps of either player.</value>
    public IGanPacing StepPacing => Pacing ?? GanPacing.Fixed(DiscriminatorSteps);

    public GanUpdate Update { get; init; }

    /// <value>Real rows, and as many fake ones, in a step.</value>
    public required int BatchSize { get; init; }

    /// <value>Who trains together, each with a batch of its own.</value>
    public Ranks Ranks { get; init; } = Ranks.Alone;

    /// <value>Real rows in a step of all ranks.</value>
    public long GlobalBatchSize => (long)BatchSize * Ranks.Count;

    /// <value>Passes over the rows; <see cref="int.MaxValue"/> for no limit.</value>
    public int Epochs { get; init; } = int.MaxValue;

    /// <value>The most rounds; null for no limit.</value>
    public int? MaxRounds { get; init; }

    public required double GeneratorLearningRate { get; init; }

    public required double DiscriminatorLearningRate { get; init; }

    /// <value>What both learning rates are multiplied by as the fit goes.</value>
    public required GanSchedule LearningRateSchedule { get; init; }

    public required double AdamBeta1 { get; init; }

    public required double AdamBeta2 { get; init; }

    /// <value>The half-life of the averaged weights, in samples; null for the last weights.</value>
    public double? EmaHalfLifeInSamples { get; init; }

    public int Seed { get; init; }

    public TrainingDevice Device { get; init; }

    public CancellationToken CancellationToken { get; init; }

    /// <value>The optimiser of the discriminator.</value>
    public AdamSettings DiscriminatorAdam => new(DiscriminatorLearningRate, AdamBeta1, AdamBeta2);

    /// <value>The optimiser of the generator.</value>
    public AdamSettings GeneratorAdam => new(GeneratorLearningRate, AdamBeta1, AdamBeta2);

    /// <summary>What is wrong, in the words of the options: each setting has its option's name.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var (name, value) in new[]
        {
            (nameof(LatentSize), LatentSize), (nameof(DiscriminatorSteps), DiscriminatorSteps), (nameof(Epochs), Epochs), (
                nameof(MaxRounds), MaxRounds ?? 1),
        })
        {
            if (value < 1) yield return $"{name} must be at least 1, but was {value}.";
        }
        if (LatentSize > GreatestLatentSize) yield return $"{nameof(LatentSize)} must be at most {GreatestLatentSize}, but was {LatentSize}.";
        if (BatchSize < 2) yield return $"{nameof(BatchSize)} must be at least 2, but was {BatchSize}.";
        if (Pacing is not null && DiscriminatorSteps != 1)
            yield return $"{nameof(DiscriminatorSteps)} must be left alone when {nameof(Pacing)} chooses the steps, but was {DiscriminatorSteps}.";
        if (Update == GanUpdate.Simultaneous && (Pacing is not null || DiscriminatorSteps != 1))
            yield return $"{nameof(Update)} must be {nameof(GanUpdate.Alternating)} for more than one step in a round, but was {Update}.";
        if (!Enum.IsDefined(Update)) yield return $"{nameof(Update)} must be one of {string.Join(", ",
            Enum.GetNames<GanUpdate>())}, but was {Update}.";
        foreach (var (name, value) in new[] { (nameof(AdamBeta1), AdamBeta1), (nameof(AdamBeta2), AdamBeta2) })
        {
            if (!(value >= 0 && value < 1)) yield return $"{name} must be at least 0 and below 1, but was {value}.";
        }
        if (LearningRateSchedule is null) yield return $"{nameof(LearningRateSchedule)} must be a schedule, but was null. Use 1 for constant rates.";
        else if (!HasRates(LearningRateSchedule))
            yield return $"{nameof(LearningRateSchedule)} must go between finite factors of at least 0 that are not both 0, but was " +
                $"{LearningRateSchedule}.";
        if (Seed < 0) yield return $"{nameof(Seed)} must not be negative, but was {Seed}.";
        if (!Enum.IsDefined(Prior)) yield return $"{nameof(Prior)} must be one of {string.Join(", ",
            Enum.GetNames<LatentPrior>())}, but was {Prior}.";
        if (!Enum.IsDefined(Device)) yield return $"{nameof(Device)} must be one of {string.Join(", ",
            Enum.GetNames<TrainingDevice>())}, but was {Device}.";
        if (Loss is null) yield return $"{nameof(Loss)} must be a loss, but was null. Use one of {nameof(GanLosses)}.";
        if (Augmentation is null)
            yield return $"{nameof(Augmentation)} must be an augmentation, but was null. For none use {nameof(GanAugmentations)}.{nameof(
                GanAugmentations.None)}.";
        if (Regularizer is null)
            yield return $"{nameof(Regularizer)} must be a regularizer, but was null. For no penalty use {nameof(GanRegularizers)}.{nameof(
                GanRegularizers.None)}.";
        foreach (var (name, value) in new[]
        {
            (nameof(GeneratorLearningRate), GeneratorLearningRate), (nameof(DiscriminatorLearningRate), DiscriminatorLearningRate),
            (nameof(EmaHalfLifeInSamples), EmaHalfLifeInSamples ?? 1),
        })
        {
            if (!(value > 0 && double.IsFinite(value))) yield return $"{name} must be a number greater than 0, but was {value}.";
        }
    }

    private static bool HasRates(GanSchedule schedule)
    {
        var (first, last) = (schedule.At(0), schedule.At(1));
        return first >= 0 && last >= 0 && first + last is > 0 and < double.PositiveInfinity;
    }
}
