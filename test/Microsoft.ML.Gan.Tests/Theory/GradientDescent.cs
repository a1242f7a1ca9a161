using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Theory;

/// <summary>Plain gradient descent: θ ← θ − η ∇.</summary>
internal sealed class GradientDescent(IReadOnlyList<Tensor> parameters, double rate) : IOptimizer
{
    public void Step(IReadOnlyList<Tensor> gradients, double rateFactor)
    {
        using var noGrad = no_grad();
        for (var i = 0; i < parameters.Count; i++) parameters[i].sub_(gradients[i] * (rate * rateFactor));
    }

    public void Save(StateWriter to)
    {
    }

    public void Load(StateReader from)
    {
    }

    public void Dispose()
    {
    }
}
