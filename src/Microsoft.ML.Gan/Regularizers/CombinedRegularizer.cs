using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Regularizers;

/// <summary>Several regularizers at once.</summary>
/// <remarks>Ω(D) = Σ Ωᵢ(D); the constraints are applied one after the other.</remarks>
internal sealed class CombinedRegularizer(IReadOnlyList<IDiscriminatorRegularizer> parts) : IDiscriminatorRegularizer
{
    public string Name => string.Join(" + ", parts.Select(part => part.Name));

    public Tensor? Penalty(DiscriminatorStep step)
    {
        Tensor? sum = null;
        foreach (var part in parts)
            if (part.Penalty(step) is { } penalty) sum = sum is null ? penalty : sum.Plus(penalty);
        return sum;
    }

    public void Constrain(IReadOnlyList<Tensor> weights)
    {
        foreach (var part in parts) part.Constrain(weights);
    }
}
