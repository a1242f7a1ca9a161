using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Losses;

/// <summary>Binary cross-entropy of the discriminator with the labels real = 1, fake = 0.</summary>
/// <remarks>
/// L_D = −E[log D(x)] − E[log(1 − D(G(z)))] = −V(D, G), with D = σ(logit). Written with softplus(a) = log(1 + eᵃ), which neither
/// overflows nor loses its gradient: −log σ(a) = softplus(−a) and −log(1 − σ(a)) = softplus(a).
/// </remarks>
internal static class CrossEntropy
{
    public static Tensor ForDiscriminator(Logits d) => ThatReal(d.Real) + ThatFake(d.Fake);

    /// <summary>−E[log D]: small when D takes the rows for real.</summary>
    public static Tensor ThatReal(Tensor logits) => nn.functional.softplus(-logits).mean();

    /// <summary>−E[log(1 − D)]: small when D takes the rows for fake.</summary>
    public static Tensor ThatFake(Tensor logits) => nn.functional.softplus(logits).mean();
}
