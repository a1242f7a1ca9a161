namespace Microsoft.ML.Gan;

/// <summary>The steps of one round.</summary>
/// <param name="DiscriminatorSteps">Steps of the discriminator. Range: &gt; 0.</param>
/// <param name="GeneratorSteps">Steps of the generator. Range: &gt; 0.</param>
/// <exception cref="ArgumentOutOfRangeException">There are no steps of one of them.</exception>
public readonly record struct GanPace(int DiscriminatorSteps, int GeneratorSteps = 1)
{
    /// <value>Steps of the discriminator.</value>
    public int DiscriminatorSteps { get; init; } = Positive(DiscriminatorSteps, nameof(DiscriminatorSteps));

    /// <value>Steps of the generator.</value>
    public int GeneratorSteps { get; init; } = Positive(GeneratorSteps, nameof(GeneratorSteps));

    private static int Positive(int steps, string name) =>
        steps > 0 ? steps : throw new ArgumentOutOfRangeException(name, steps, $"{name} must be at least 1, but was {steps}.");
}
