using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Regularizers;

/// <summary>No penalty: Ω(D) = 0.</summary>
internal sealed class NoRegularizer : IDiscriminatorRegularizer
{
    public string Name => "none";

    public Tensor? Penalty(DiscriminatorStep step) => null;
}
