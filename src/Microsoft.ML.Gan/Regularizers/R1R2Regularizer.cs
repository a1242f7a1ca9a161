using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Regularizers;

/// <summary>R1 and R2 with one weight (Mescheder, Geiger and Nowozin 2018, equations 9 and 10; Huang et al. 2024).</summary>
/// <remarks>
/// Ω(D) = γ/2 · (E[‖∇ D(x)‖²] + E[‖∇ D(G(z))‖²]), D taken as its logit. Both gradients are taken at once: no dearer than one after the
/// other, and half the work wherever one pass of D has served both batches.
/// </remarks>
internal sealed class R1R2Regularizer(GanSchedule gamma) : IDiscriminatorRegularizer
{
    public string Name => $"R1+R2(γ={gamma})";

    public Tensor? Penalty(DiscriminatorStep step)
    {
        var norms = InputGradient.SquaredNorms((step.Logits.Real, step.Real), (step.Logits.Fake, step.Fake));
        return norms[0].mean().Plus(norms[1].mean()).Times(gamma.At(step.Progress) / 2);
    }
}
