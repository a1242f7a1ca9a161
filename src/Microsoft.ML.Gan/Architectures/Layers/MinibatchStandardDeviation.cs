using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Export;
using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Architectures.Layers;

/// <summary>
/// Adds one feature that tells a discriminator how much the rows of its batch differ (Karras, Aila, Laine and Lehtinen 2018, section 3).
/// </summary>
/// <remarks>
/// s = mean over the features j of √(Var_batch(h_j) + 10⁻⁸), appended to each row along dimension 1: (N, d) becomes (N, d + 1), and
/// (N, c, h, w) becomes (N, c + 1, h, w). The fakes of a generator that has collapsed have a small s.
/// Outside training, and in ONNX files, each row is a batch of its own, whose s is 0: a score does not depend on the rows beside it. Such
/// scores can be compared with each other, but stand lower than those of a batch in training.
/// </remarks>
public sealed class MinibatchStandardDeviation() : nn.Module<Tensor, Tensor>(nameof(MinibatchStandardDeviation)), IOnnxModule
{
    private const double Epsilon = 1e-8;                              // the square root's slope is infinite at 0

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        long[] shape = [input.shape[0], 1, .. input.shape.Skip(2)];
        var deviation = training ? input.var(0, unbiased: false).Plus(Epsilon).sqrt().mean() : input.new_zeros(1);
        return cat([input, deviation.expand(shape)], 1);
    }

    /// <inheritdoc/>
    public OnnxValue ToOnnx(OnnxGraphBuilder graph, OnnxValue input)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(input);
        var rank = input.Dimensions.Count;
        var pads = new long[2 * rank];                                // before each dimension, then after each
        pads[rank + 1] = 1;
        int[] dimensions = [input.Dimensions[0], input.Dimensions[1] + 1, .. input.Dimensions.Skip(2)];
        return graph.Add("Pad", [input, graph.Constant(pads, pads.Length)], input.ElementType, dimensions);
    }
}
