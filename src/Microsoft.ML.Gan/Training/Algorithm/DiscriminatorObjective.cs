using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Algorithm;

/// <summary>What a discriminator step makes small: two scalars with their graph.</summary>
/// <param name="Loss">L_D.</param>
/// <param name="Penalty">Ω(D); null if there is none in this step.</param>
internal readonly record struct DiscriminatorObjective(Tensor Loss, Tensor? Penalty)
{
    /// <value>L_D + Ω(D).</value>
    public Tensor Sum => Penalty is null ? Loss : Loss.Plus(Penalty);
}
