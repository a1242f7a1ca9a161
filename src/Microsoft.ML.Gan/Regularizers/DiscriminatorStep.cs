using static TorchSharp.torch;

namespace Microsoft.ML.Gan;

/// <summary>What a regularizer sees of one discriminator step.</summary>
/// <param name="Discriminator">D: rows (N, ...) to logits (N, 1), with the batch's classes already given.</param>
/// <param name="Real">The real rows x: a leaf that requires a gradient, so that D can be differentiated with respect to it.</param>
/// <param name="Fake">The fake rows G(z): likewise a leaf, cut off from G.</param>
/// <param name="Logits">D's logits on <paramref name="Real"/> and <paramref name="Fake"/>, with their graph.</param>
/// <param name="Index">The number of discriminator steps before this one, for penalties that are not taken in each.</param>
/// <param name="Progress">The share of the fit that is done, from 0 to 1, for weights that follow a <see cref="GanSchedule"/>.</param>
/// <param name="Noise">Random numbers, for penalties at points of their own.</param>
public sealed record DiscriminatorStep(
    Func<Tensor, Tensor> Discriminator, Tensor Real, Tensor Fake, Logits Logits, long Index, double Progress, INoise Noise);
