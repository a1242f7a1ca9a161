using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Regularizers;

/// <summary>Weight clipping (Arjovsky, Chintala and Bottou 2017, algorithm 1).</summary>
/// <remarks>Ω(D) = 0; after each of D's steps θ_D ← clip(θ_D, −c, c), which bounds its slope.</remarks>
internal sealed class WeightClipping(double limit) : IDiscriminatorRegularizer
{
    public string Name => $"weight clipping({limit})";

    public Tensor? Penalty(DiscriminatorStep step) => null;

    public void Constrain(IReadOnlyList<Tensor> weights)
    {
        using Scalar least = (-limit).ToScalar(), greatest = limit.ToScalar();
        foreach (var weight in weights) weight.clamp_(least, greatest);
    }
}
