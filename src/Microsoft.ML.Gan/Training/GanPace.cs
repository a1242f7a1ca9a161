namespace Microsoft.ML.Gan;

/// <summary>The steps of one round.</summary>
/// <param name="DiscriminatorSteps">Steps of the discriminator. Range: &gt; 0.</param>
/// <param name="GeneratorSteps">Steps of the generator. Range: &gt; 0.</param>
public readonly record struct GanPace(int DiscriminatorSteps, int GeneratorSteps = 1);
