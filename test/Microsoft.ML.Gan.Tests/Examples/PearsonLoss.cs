using Microsoft.ML.Gan;
using static TorchSharp.torch;

namespace Examples;

/// <summary>The least-squares loss that minimises the Pearson χ² divergence (Mao et al. 2017, equation 8).</summary>
/// <remarks>L_D = ½ E[(D(x) − 1)²] + ½ E[(D(G(z)) + 1)²];  L_G = ½ E[D(G(z))²].</remarks>
public sealed class PearsonLoss : IGanLoss
{
    public string Name => "Pearson";

    public bool IsRelativistic => false;                                     // L_G needs no D(x)

    public Tensor ForDiscriminator(Logits d) => 0.5 * ((d.Real - 1).square().mean() + (d.Fake + 1).square().mean());

    public Tensor ForGenerator(Logits d) => 0.5 * d.Fake.square().mean();
}
