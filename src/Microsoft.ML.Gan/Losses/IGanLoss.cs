using static TorchSharp.torch;

namespace Microsoft.ML.Gan;

/// <summary>A pair of losses, one for each player, as functions of the discriminator's logits.</summary>
/// <remarks>Both are minimised. <see cref="GanLosses"/> has the losses of the literature.</remarks>
public interface IGanLoss
{
    /// <value>The loss's name, for logs and tables.</value>
    string Name { get; }

    /// <value>Whether the generator's loss compares with the logits of real rows; if false, they are not computed for it.</value>
    bool IsRelativistic { get; }

    /// <summary>The discriminator's loss, a scalar.</summary>
    /// <param name="d">The logits of a real and a fake batch.</param>
    Tensor ForDiscriminator(Logits d);

    /// <summary>The generator's loss, a scalar.</summary>
    /// <param name="d">The logits of a fake batch, and of a real one if the loss is relativistic.</param>
    Tensor ForGenerator(Logits d);
}
