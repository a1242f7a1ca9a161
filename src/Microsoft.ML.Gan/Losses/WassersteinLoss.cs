using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Losses;

/// <summary>The Wasserstein loss (Arjovsky, Chintala and Bottou 2017, equations 2 and 3).</summary>
/// <remarks>
/// L_D = −E[D(x)] + E[D(G(z))];  L_G = −E[D(G(z))]. −L_D estimates the Wasserstein-1 distance where D is 1-Lipschitz, which a regularizer
/// has to see to: without one D's logits grow for ever.
/// </remarks>
internal sealed class WassersteinLoss : IGanLoss
{
    public string Name => "Wasserstein";

    public bool IsRelativistic => false;

    public Tensor ForDiscriminator(Logits d) => d.Fake.mean() - d.Real.mean();

    public Tensor ForGenerator(Logits d) => -d.Fake.mean();
}
