using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>Weights of one small deviation (Radford et al. 2015, section 3).</summary>
internal static class NormalWeights
{
    private const double Deviation = 0.02;

    /// <summary>Draws the weights of a network from N(0, 0.02²), those of batch normalisation from N(1, 0.02²).</summary>
    public static void Initialize(nn.Module network)
    {
        foreach (var (name, weight) in network.named_parameters())
            if (name.EndsWith("weight", StringComparison.Ordinal)) nn.init.normal_(weight, mean: weight.dim() == 1 ? 1 : 0, Deviation);
    }
}
