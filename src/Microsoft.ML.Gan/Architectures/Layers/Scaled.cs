using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>Weights that keep the scale of their input (He et al. 2015).</summary>
internal static class Scaled
{
    /// <summary>Draws weights from N(0, gain²/n), n being the inputs of one output.</summary>
    public static void Initialize(Tensor weight, double gain = 1) =>
        nn.init.normal_(weight, 0, gain * Math.Sqrt((double)weight.shape[0] / weight.numel()));
}
