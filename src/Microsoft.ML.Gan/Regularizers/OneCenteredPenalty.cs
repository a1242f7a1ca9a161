using Microsoft.ML.Gan.Torch;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Regularizers;

/// <summary>E[(‖∇ D(x̂)‖ − 1)²]: holds D's slope at 1. What x̂ is, is the choice of the penalty that uses it.</summary>
internal static class OneCenteredPenalty
{
    // The square root has no finite derivative at 0, where D is flat.
    private const double LeastSquaredNorm = 1e-12;

    /// <param name="discriminator">D.</param>
    /// <param name="points">x̂: (N, ...).</param>
    public static Tensor At(Func<Tensor, Tensor> discriminator, Tensor points)
    {
        var x = points.detach().requires_grad_();
        var norm = InputGradient.SquaredNorm(discriminator(x), x).Plus(LeastSquaredNorm).sqrt();              // (N)
        return norm.Plus(-1).Squared().mean();
    }
}
