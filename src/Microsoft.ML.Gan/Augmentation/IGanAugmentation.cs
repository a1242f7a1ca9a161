using static TorchSharp.torch;

namespace Microsoft.ML.Gan;

/// <summary>A random change of the rows that the discriminator sees, real and fake alike.</summary>
/// <remarks>
/// The change T must be differentiable, because the generator learns through it: D is trained on T(x) and T(G(z)), and G on T(G(z)).
/// <see cref="GanAugmentations"/> has those of the literature.
/// </remarks>
public interface IGanAugmentation
{
    /// <value>The augmentation's name, for logs and tables.</value>
    string Name { get; }

    /// <summary>Why rows of a shape can't be changed, or null if they can. Null unless overridden.</summary>
    /// <param name="sampleShape">The shape of one sample: [features], or [channels, height, width].</param>
    string? Problem(IReadOnlyList<int> sampleShape) => null;

    /// <summary>Changes each row at random: (N, ...) to (N, ...).</summary>
    /// <param name="rows">The rows. They are not changed themselves.</param>
    /// <param name="uniform">Draws numbers from 0 to below 1, on the rows' device, in a given shape. All randomness comes from it.</param>
    Tensor Apply(Tensor rows, Func<long[], Tensor> uniform);
}
