using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Optimizers;

/// <summary>Torch's own Adam, for parameters that are not in the CPU's memory.</summary>
internal sealed class TorchAdam(IReadOnlyList<Parameter> parameters, AdamSettings settings) : IOptimizer
{
    private readonly Adam _adam = optim.Adam(parameters, settings.LearningRate, settings.Beta1, settings.Beta2, AdamSettings.Epsilon);

    public void Step(IReadOnlyList<Tensor> gradients, double rateFactor)
    {
        for (var i = 0; i < parameters.Count; i++) parameters[i].grad = gradients[i];
        foreach (var group in _adam.ParamGroups) group.LearningRate = settings.LearningRate * rateFactor;
        _adam.step();
        _adam.zero_grad();
    }

    public void Dispose() => _adam.Dispose();
}
