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
    public static Tensor SquaredNorm(Tensor logits, Tensor input)
    {
        var gradient = autograd.grad([logits.sum()], [input], retain_graph: true, create_graph: true)[0];     // (N, ...)
        return gradient.square().reshape(logits.shape[0], -1).sum(1);
    }
}
