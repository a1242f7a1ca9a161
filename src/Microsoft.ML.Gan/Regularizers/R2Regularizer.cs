using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Regularizers;

/// <summary>The R2 penalty: the squared gradient of D at fake rows (Mescheder, Geiger and Nowozin 2018, equation 10).</summary>
/// <remarks>Ω(D) = γ/2 · E[‖∇ₓ D(x)‖²], x ~ p_G, D taken as its logit.</remarks>
internal sealed class R2Regularizer(GanSchedule gamma) : IDiscriminatorRegularizer
{
    public string Name => $"R2(γ={gamma})";

    public Tensor? Penalty(DiscriminatorStep step) =>
        InputGradient.SquaredNorm(step.Logits.Fake, step.Fake).mean().Times(gamma.At(step.Progress) / 2);
}
