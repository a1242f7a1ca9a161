using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Losses;

/// <summary>The least-squares loss (Mao et al. 2017, equation 9): logits are pulled to 0 for fake and 1 for real rows.</summary>
/// <remarks>L_D = ½ E[(D(x) − 1)²] + ½ E[D(G(z))²];  L_G = ½ E[(D(G(z)) − 1)²].</remarks>
internal sealed class LeastSquaresLoss : IGanLoss
{
    public string Name => "least squares";

    public bool IsRelativistic => false;

    public Tensor ForDiscriminator(Logits d) => HalfSquare(d.Real.Plus(-1)).Plus(HalfSquare(d.Fake));

    public Tensor ForGenerator(Logits d) => HalfSquare(d.Fake.Plus(-1));

    private static Tensor HalfSquare(Tensor distance) => distance.Squared().mean().Times(0.5);
}
