namespace Microsoft.ML.Gan.Training;

/// <summary>What the steps of some rounds measured.</summary>
/// <param name="DiscriminatorLosses">L_D of each discriminator step, without the penalty.</param>
/// <param name="Penalties">Ω(D) of each discriminator step that had one.</param>
/// <param name="GeneratorLosses">L_G of each generator step.</param>
/// <param name="ProbabilityOfReal">The mean of D(x).</param>
/// <param name="ProbabilityOfFake">The mean of D(G(z)).</param>
/// <param name="Value">V(D, G) = E[log D(x)] + E[log(1 − D(G(z)))].</param>
internal sealed record RoundMeans(
    double[] DiscriminatorLosses, double[] Penalties, double[] GeneratorLosses, double ProbabilityOfReal, double ProbabilityOfFake, double Value);
