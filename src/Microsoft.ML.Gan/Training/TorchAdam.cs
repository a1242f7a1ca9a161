using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training;

/// <summary>Torch's own Adam, for parameters that are not in the CPU's memory.</summary>
internal sealed class TorchAdam(IReadOnlyList<Parameter> parameters, double learningRate) : IOptimizer
{
    private readonly optim.Optimizer _adam =
        optim.Adam(parameters, learningRate, GanDefaults.AdamBeta1, GanDefaults.AdamBeta2, GanDefaults.AdamEpsilon);

    public void Step(IReadOnlyList<Tensor> gradients)
    {
        for (var i = 0; i < parameters.Count; i++) parameters[i].grad = gradients[i];
        _adam.step();
        _adam.zero_grad();
    }

    public void Dispose() => _adam.Dispose();
}
