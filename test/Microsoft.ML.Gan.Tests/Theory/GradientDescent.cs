using Microsoft.ML.Gan.Training;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Theory;

/// <summary>Plain gradient descent: θ ← θ − η ∇.</summary>
/// <param name="parameters">θ.</param>
/// <param name="rate">η.</param>
/// <param name="waiting">
/// Another player's descent, which then moves together with this one: simultaneous descent out of alternating steps, since both gradients
/// are taken where neither has moved.
/// </param>
internal sealed class GradientDescent(IReadOnlyList<Tensor> parameters, double rate, GradientDescent? waiting = null) : IOptimizer
{
    private Tensor[]? _pending;

    /// <value>Whether steps wait for another player's.</value>
    public bool Waits { get; init; }

    public void Step(IReadOnlyList<Tensor> gradients)
    {
        if (Waits)
        {
            _pending = [.. gradients.Select(gradient => gradient.clone())];
            return;
        }
        Move(gradients);
        waiting?.Move(waiting._pending!);
    }

    public void Dispose()
    {
    }

    private void Move(IReadOnlyList<Tensor> gradients)
    {
        using var noGrad = no_grad();
        for (var i = 0; i < parameters.Count; i++) parameters[i].sub_(gradients[i] * rate);
    }
}
