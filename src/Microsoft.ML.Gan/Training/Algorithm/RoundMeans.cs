using Microsoft.ML.Gan.Exchange;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>What the steps of some rounds measured; <see cref="GanTrainingReport"/> says what each is.</summary>
/// <param name="DiscriminatorLosses">L_D of each discriminator step, without the penalty.</param>
/// <param name="Penalties">Ω(D) of each discriminator step; 0 where it had none.</param>
/// <param name="GeneratorLosses">L_G of each generator step.</param>
internal sealed record RoundMeans(double[] DiscriminatorLosses, double[] Penalties, double[] GeneratorLosses) : IRoundMeans
{
    public IReadOnlyList<(string Name, double[] OfSteps)> StepLosses =>
    [
        ("discriminator's loss", DiscriminatorLosses), ("discriminator's penalty", Penalties), ("generator's loss", GeneratorLosses),
    ];

    public required double ProbabilityOfReal { get; init; }

    public required double ProbabilityOfFake { get; init; }

    public required double Value { get; init; }

    public required double DiscriminatorAccuracy { get; init; }

    public required double Diversity { get; init; }

    public required double GeneratorSignal { get; init; }

    /// <summary>The means of these over all ranks.</summary>
    public RoundMeans Over(Ranks ranks)
    {
        var means = ranks.Mean([ProbabilityOfReal, ProbabilityOfFake, Value, DiscriminatorAccuracy, Diversity, GeneratorSignal]);
        return new RoundMeans(ranks.Mean(DiscriminatorLosses), ranks.Mean(Penalties), ranks.Mean(GeneratorLosses))
        {
            ProbabilityOfReal = means[0],
            ProbabilityOfFake = means[1],
            Value = means[2],
            DiscriminatorAccuracy = means[3],
            Diversity = means[4],
            GeneratorSignal = means[5],
        };
    }
}
