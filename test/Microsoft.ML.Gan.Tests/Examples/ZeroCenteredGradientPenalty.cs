using Microsoft.ML.Gan;
using static TorchSharp.torch;

namespace Examples;

/// <summary>The zero-centered gradient penalty between real and fake rows (Thanh-Tung, Tran and Venkatesh 2019).</summary>
/// <remarks>Ω(D) = λ · E[‖∇ D(x̂)‖²], x̂ = ε x + (1 − ε) G(z), ε ~ U[0, 1) for each row.</remarks>
public sealed class ZeroCenteredGradientPenalty(GanSchedule lambda) : IDiscriminatorRegularizer
{
    public string Name => $"0-GP(λ={lambda})";

    public Tensor? Penalty(DiscriminatorStep step)
    {
        var perRow = step.Real.shape.Select((size, dimension) => dimension == 0 ? size : 1).ToArray();    // (N, 1, ...)
        var epsilon = step.Noise.Uniform(perRow);
        var x = (epsilon * step.Real + (1 - epsilon) * step.Fake).detach().requires_grad_();              // (N, ...)
        var gradient = autograd.grad([step.Discriminator(x).sum()], [x], retain_graph: true, create_graph: true)[0];
        return lambda.At(step.Progress) * gradient.square().flatten(1).sum(1).mean();
    }
}
