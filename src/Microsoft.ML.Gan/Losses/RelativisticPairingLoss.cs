using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Losses;

/// <summary>The relativistic pairing loss, RpGAN (Jolicoeur-Martineau 2019, there RSGAN; Huang et al. 2024).</summary>
/// <remarks>
/// L_D = −E[log σ(D(x) − D(G(z)))];  L_G = −E[log σ(D(G(z)) − D(x))], over pairs of one real and one fake row. A fake is better only by
/// being near the real rows, so that no mode can be left out.
/// </remarks>
internal sealed class RelativisticPairingLoss : IGanLoss
{
    public string Name => "relativistic pairing";

    public bool IsRelativistic => true;

    public Tensor ForDiscriminator(Logits d) => CrossEntropy.ThatReal(d.Real - d.Fake);

    public Tensor ForGenerator(Logits d) => CrossEntropy.ThatReal(d.Fake - d.Real);
}
