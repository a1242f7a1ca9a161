using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Regularizers;

/// <summary>Lazy regularization (Karras et al. 2020, StyleGAN2, section 3.1): a penalty in some steps, stronger in return.</summary>
/// <remarks>Ω(D) = n · Ω′(D) in the steps 0, n, 2n, ..., and none in the others: its mean over the steps is that of Ω′.</remarks>
internal sealed class LazyRegularizer(int interval, IDiscriminatorRegularizer inner) : IDiscriminatorRegularizer
{
    public string Name => $"Every({interval}, {inner.Name})";

    public Tensor? Penalty(DiscriminatorStep step) =>
        step.Index % interval == 0 && inner.Penalty(step) is { } penalty ? penalty.Times(interval) : null;

    public void Constrain(IReadOnlyList<Tensor> weights) => inner.Constrain(weights);
}
