using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>
/// max(x, 0.2 x), in place: TorchSharp's layer for the slope that all architectures here have, with a scalar that lives (see
/// <see cref="TensorArithmetic"/>).
/// </summary>
internal sealed class LeakyRelu() : nn.Module<Tensor, Tensor>(nameof(LeakyRelu)), IOnnxModule
{
    /// <summary>Of the negative half.</summary>
    public const double Slope = 0.2;

    /// <summary>What keeps the scale through it: weights of this deviation by the root of their inputs (He et al. 2015).</summary>
    public static readonly double Gain = Math.Sqrt(2 / (1 + Slope * Slope));

    private static readonly Scalar SlopeScalar = Slope.ToScalar();

    // another handle of the same tensor: Sequential disposes of what it handed in
    public override Tensor forward(Tensor input) => input.leaky_relu_(SlopeScalar).to(input.dtype);

    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input) => graph.Elementwise("LeakyRelu", input, ("alpha", (float)Slope));
}
