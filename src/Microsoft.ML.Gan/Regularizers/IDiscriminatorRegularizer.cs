using static TorchSharp.torch;

namespace Microsoft.ML.Gan;

/// <summary>A penalty Ω(D) that is added to the discriminator's loss.</summary>
/// <remarks><see cref="GanRegularizers"/> has those of the literature.</remarks>
public interface IDiscriminatorRegularizer
{
    /// <value>The regularizer's name, for logs and tables.</value>
    string Name { get; }

    /// <summary>The penalty on one batch, weighted: a scalar with a graph back to D's weights, or null for none.</summary>
    /// <param name="step">The discriminator's step as it stands before the weights move.</param>
    Tensor? Penalty(DiscriminatorStep step);

    /// <summary>Puts the discriminator's weights back where they must be, after each of its steps. Does nothing unless overridden.</summary>
    /// <param name="weights">The discriminator's weights, to be changed in place; no gradient is recorded.</param>
    void Constrain(IReadOnlyList<Tensor> weights)
    {
    }
}
