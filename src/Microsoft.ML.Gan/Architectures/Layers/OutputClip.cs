using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>Keeps samples from −1 to 1 outside training. In training, where a clipped value would have no gradient, it does nothing.</summary>
internal sealed class OutputClip() : nn.Module<Tensor, Tensor>(nameof(OutputClip)), IOnnxModule
{
    public override Tensor forward(Tensor input) =>
        training ? input.alias() : input.Clamp(-1, 1);                // an alias: Sequential disposes of what it handed in

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input) =>
        graph.Add("Clip", [input, graph.Constant([-1f], []), graph.Constant([1f], [])], input.ElementType, input.Dimensions);
}
