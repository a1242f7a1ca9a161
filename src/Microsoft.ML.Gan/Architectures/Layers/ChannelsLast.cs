using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>
/// Lays images out in memory with each pixel's channels side by side, for speed; sizes and values, of (N, c, h, w), stay as they are.
/// </summary>
/// <remarks>
/// Convolutions on CPUs with AVX2 compute in that layout, keep it, and copy images that come in another. Put it before the first convolution; what
/// follows must not call <c>view</c>, which refuses such a layout (<c>reshape</c> and <c>flatten</c> do not). On other CPUs, on a GPU, and in an ONNX
/// file, it does nothing.
/// </remarks>
public sealed class ChannelsLast() : nn.Module<Tensor, Tensor>(nameof(ChannelsLast)), IOnnxModule
{
    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        input.device_type == DeviceType.CPU && OneDnn.PrefersChannelsLast
            ? input.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2)
            : input.alias();                                          // Sequential disposes of what it handed in

    /// <inheritdoc/>
    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input) => input;
}
