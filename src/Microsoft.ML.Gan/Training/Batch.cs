using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training;

/// <summary>Rows of the training data.</summary>
/// <param name="Rows">x: (N, ...shape).</param>
/// <param name="Classes">y, counted from 0: (N), or null for an unconditional GAN.</param>
internal sealed record Batch(Tensor Rows, Tensor? Classes);
