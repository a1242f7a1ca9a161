using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Regularizers;

/// <summary>The gradient penalty of DRAGAN, around the real rows (Kodali et al. 2017).</summary>
/// <remarks>Ω(D) = λ · E[(‖∇ D(x + δ)‖ − 1)²], δ ~ N(0, (c s)²), s the standard deviation of all numbers of the real batch.</remarks>
internal sealed class DraganPenalty(GanSchedule lambda, double noise) : IDiscriminatorRegularizer
{
    public string Name => $"DRAGAN(λ={lambda}, noise={noise})";

    public Tensor? Penalty(DiscriminatorStep step)
    {
        var deviation = step.Real.std(unbiased: false).Times(noise);
        var around = step.Real.Plus(deviation * step.Noise.Normal(step.Real.shape));
        return OneCenteredPenalty.At(step.Discriminator, around).Times(lambda.At(step.Progress));
    }
}
