using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Losses;

/// <summary>Binary cross-entropy of the discriminator with the labels real = 1, fake = 0.</summary>
/// <remarks>
/// L_D = −E[log D(x)] − E[log(1 − D(G(z)))] = −V(D, G), with D = σ(logit). Written with log σ(a) as one function, which neither
/// overflows nor loses its gradient: log D = log σ(a) and log(1 − D) = log σ(−a).
/// </remarks>
internal static class CrossEntropy
{
    public static Tensor ForDiscriminator(Logits d) => ThatReal(d.Real).Plus(ThatFake(d.Fake));

    /// <summary>−E[log D]: small when D takes the rows for real.</summary>
    public static Tensor ThatReal(Tensor logits) => -logits.log_sigmoid().mean();

    /// <summary>−E[log(1 − D)]: small when D takes the rows for fake.</summary>
    public static Tensor ThatFake(Tensor logits) => -(-logits).log_sigmoid().mean();
}
