using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Losses;

/// <summary>The relativistic average loss, RaGAN (Jolicoeur-Martineau 2019), in its non-saturating logistic form.</summary>
/// <remarks>
/// L_D = −E[log σ(D(x) − E[D(G(z))])] − E[log(1 − σ(D(G(z)) − E[D(x)]))];  L_G is the same with x and G(z) exchanged: each row is
/// compared with the mean of the other kind.
/// </remarks>
internal sealed class RelativisticAverageLoss : IGanLoss
{
    public string Name => "relativistic average";

    public bool IsRelativistic => true;

    public Tensor ForDiscriminator(Logits d) => Compare(better: d.Real, worse: d.Fake);

    public Tensor ForGenerator(Logits d) => Compare(better: d.Fake, worse: d.Real);

    private static Tensor Compare(Tensor better, Tensor worse) =>
        CrossEntropy.ThatReal(better - worse.mean()).Plus(CrossEntropy.ThatFake(worse - better.mean()));
}
