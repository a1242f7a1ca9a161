using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Regularizers;

/// <summary>The gradient penalty of WGAN-GP (Gulrajani et al. 2017, equation 3).</summary>
/// <remarks>Ω(D) = λ · E[(‖∇ D(x̂)‖ − 1)²], x̂ = ε x + (1 − ε) G(z), ε ~ U[0, 1) for each row.</remarks>
internal sealed class WassersteinGradientPenalty(GanSchedule lambda) : IDiscriminatorRegularizer
{
    public string Name => $"WGAN-GP(λ={lambda})";

    public Tensor? Penalty(DiscriminatorStep step)
    {
        var epsilon = step.Noise.Uniform([step.Real.shape[0], .. Enumerable.Repeat(1L, (int)step.Real.dim() - 1)]);     // (N, 1, ...)
        var between = (epsilon * step.Real).Plus((-epsilon).Plus(1) * step.Fake);
        return OneCenteredPenalty.At(step.Discriminator, between).Times(lambda.At(step.Progress));
    }
}
