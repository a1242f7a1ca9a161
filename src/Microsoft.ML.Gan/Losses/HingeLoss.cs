using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Losses;

/// <summary>The hinge loss (Lim and Ye 2017; Miyato et al. 2018, equations 16 and 17): D learns from the rows within its margin alone.</summary>
/// <remarks>L_D = E[max(0, 1 − D(x))] + E[max(0, 1 + D(G(z)))];  L_G = −E[D(G(z))].</remarks>
internal sealed class HingeLoss : IGanLoss
{
    public string Name => "hinge";

    public bool IsRelativistic => false;

    public Tensor ForDiscriminator(Logits d) => (-d.Real).Plus(1).relu().mean().Plus(d.Fake.Plus(1).relu().mean());

    public Tensor ForGenerator(Logits d) => -d.Fake.mean();
}
