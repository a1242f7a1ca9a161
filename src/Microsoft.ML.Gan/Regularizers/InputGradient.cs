using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Regularizers;

/// <summary>The gradient of the logits with respect to the discriminator's input, on which the gradient penalties rest.</summary>
internal static class InputGradient
{
    /// <summary>‖∇ D(x)‖² of each logit: (N). With packing a logit has several rows, and its gradient is that by all of them.</summary>
    /// <remarks>
    /// The sum of the logits is differentiated: a row's logit depends on that row alone, so each row gets its own gradient. (Batch
    /// normalisation in D breaks this.) The graph is kept, so that the penalty itself reaches D's weights.
    /// </remarks>
    public static Tensor SquaredNorm(Tensor logits, Tensor input) => SquaredNorms((logits, input))[0];

    /// <summary>The same for several batches, in one walk through D's graph.</summary>
    public static Tensor[] SquaredNorms(params (Tensor Logits, Tensor Input)[] batches)
    {
        var gradients = autograd.grad(
            [.. batches.Select(batch => batch.Logits.sum())], [.. batches.Select(batch => batch.Input)], retain_graph: true, create_graph: true);
        return [.. batches.Zip(gradients, (batch, gradient) => gradient.Squared().reshape(batch.Logits.shape[0], -1).sum(1))];
    }
}
