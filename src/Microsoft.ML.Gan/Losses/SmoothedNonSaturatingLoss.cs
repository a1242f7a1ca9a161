using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Losses;

/// <summary>The non-saturating loss with one-sided label smoothing (Salimans et al. 2016, section 3.4).</summary>
/// <remarks>
/// L_D = −E[s log D(x) + (1 − s) log(1 − D(x))] − E[log(1 − D(G(z)))];  L_G = −E[log D(G(z))], s being the label of real rows. Its best
/// D(x) is s · p_r / (p_r + p_g); smoothing the fake label too would put p_g in the numerator and hold fakes where they are.
/// </remarks>
internal sealed class SmoothedNonSaturatingLoss(double realLabel) : IGanLoss
{
    public string Name => $"non-saturating(real label={realLabel})";

    public bool IsRelativistic => false;

    public Tensor ForDiscriminator(Logits d) =>
        CrossEntropy.ThatReal(d.Real).Times(realLabel).Plus(CrossEntropy.ThatFake(d.Real).Times(1 - realLabel)).Plus(CrossEntropy.ThatFake(d.Fake));

    public Tensor ForGenerator(Logits d) => CrossEntropy.ThatReal(d.Fake);
}
