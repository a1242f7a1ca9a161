using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Regularizers;

/// <summary>The R1 penalty: the squared gradient of D at real rows (Mescheder, Geiger and Nowozin 2018, equation 9).</summary>
/// <remarks>Ω(D) = γ/2 · E[‖∇ₓ D(x)‖²], x ~ p_data, D taken as its logit.</remarks>
internal sealed class R1Regularizer(GanSchedule gamma) : IDiscriminatorRegularizer
{
    public string Name => $"R1(γ={gamma})";

    public Tensor? Penalty(DiscriminatorStep step) =>
        InputGradient.SquaredNorm(step.Logits.Real, step.Real).mean().Times(gamma.At(step.Progress) / 2);
}
