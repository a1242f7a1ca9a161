using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Losses;

/// <summary>The minimax loss (Goodfellow et al. 2014, equation 1); its generator gradient vanishes where D is sure of the fakes.</summary>
/// <remarks>L_D = −E[log D(x)] − E[log(1 − D(G(z)))];  L_G = E[log(1 − D(G(z)))].</remarks>
internal sealed class MinimaxLoss : IGanLoss
{
    public string Name => "minimax";

    public bool IsRelativistic => false;

    public Tensor ForDiscriminator(Logits d) => CrossEntropy.ForDiscriminator(d);

    public Tensor ForGenerator(Logits d) => -CrossEntropy.ThatFake(d.Fake);
}
