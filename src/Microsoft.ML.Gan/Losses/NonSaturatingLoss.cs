using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Losses;

/// <summary>The non-saturating loss (Goodfellow et al. 2014, section 3).</summary>
/// <remarks>L_D = −E[log D(x)] − E[log(1 − D(G(z)))];  L_G = −E[log D(G(z))].</remarks>
internal sealed class NonSaturatingLoss : IGanLoss
{
    public string Name => "non-saturating";

    public bool IsRelativistic => false;

    public Tensor ForDiscriminator(Logits d) => CrossEntropy.ForDiscriminator(d);

    public Tensor ForGenerator(Logits d) => CrossEntropy.ThatReal(d.Fake);
}
