using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>A grouped bottleneck block without normalisation (Huang, Gokaslan, Kuleshov and Tompkin 2024, section 4.2).</summary>
/// <remarks>
/// x ↦ x + W₃ φ(W₂ φ(W₁ x + b₁) + b₂), φ = LeakyReLU(0.2): 1x1 to twice the channels, 3x3 in groups of about 32 channels, 1x1 back.
/// Fix-up initialisation (Zhang, Dauphin and Ma 2019): W₃ = 0, so that the block begins as the identity, and W₁, W₂ have He's deviation times
/// L^(−1/(2·3−2)) for the 3 layers of the branch and the L blocks of the network.
/// </remarks>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>, IOnnxModule
{
    private const int Expansion = 2;
    private const int LayersPerBranch = 3;
    private const int ChannelsPerGroup = 16;                          // of the block's input; in the bottleneck it is twice that

    [ComponentName(Name = "branch")]
    private readonly Sequential _branch;

    /// <param name="channels">Channels of the input and the output.</param>
    /// <param name="networkBlocks">L, the blocks of the whole network.</param>
    public ResidualBlock(int channels, int networkBlocks) : base(nameof(ResidualBlock))
    {
        var hidden = Expansion * channels;
        var widen = nn.Conv2d(channels, hidden, 1);
        var mix = nn.Conv2d(hidden, hidden, 3, padding: 1, groups: Groups(channels));
        var narrow = nn.Conv2d(hidden, channels, 1, bias: false);

        var gain = LeakyRelu.Gain * Math.Pow(networkBlocks, -1.0 / (2 * LayersPerBranch - 2));
        foreach (var layer in new[] { widen, mix })
        {
            Scaled.Initialize(layer.weight, gain);
            nn.init.zeros_(layer.bias!);
        }
        nn.init.zeros_(narrow.weight);
        _branch = nn.Sequential(widen, new LeakyRelu(), mix, new LeakyRelu(), narrow);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => input.Plus(_branch.forward(input));

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input) => graph.Plus(input, OnnxExport.Write(graph, _branch, input));

    /// <summary>Groups of the greatest power of two that divides the channels, up to 16.</summary>
    private static int Groups(int channels) => channels / Math.Min(channels & -channels, ChannelsPerGroup);
}
