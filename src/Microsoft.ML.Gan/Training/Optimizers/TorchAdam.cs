using Microsoft.ML.Gan.Training.State;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Training.Optimizers;

/// <summary>Torch's own Adam, for parameters that are not in the CPU's memory.</summary>
internal sealed class TorchAdam(IReadOnlyList<Parameter> parameters, AdamSettings settings) : IOptimizer
{
    private readonly Adam _adam = optim.Adam(parameters, settings.LearningRate, settings.Beta1, settings.Beta2, AdamSettings.Epsilon);

    /// <value>The optimiser's own states, one a parameter: what is written to them, it goes on with.</value>
    private IEnumerable<Adam.State> States => _adam.state_dict().State.Cast<Adam.State>();

    public void Step(IReadOnlyList<Tensor> gradients, double rateFactor)
    {
        for (var i = 0; i < parameters.Count; i++) parameters[i].grad = gradients[i];
        foreach (var group in _adam.ParamGroups) group.LearningRate = settings.LearningRate * rateFactor;
        _adam.step();
        _adam.zero_grad();
    }

    public void Save(StateWriter to)
    {
        to.Write("steps", [.. States.Select(state => state.step)]);
        to.Write("first", States.Select(state => state.exp_avg));
        to.Write("second", States.Select(state => state.exp_avg_sq));
    }

    public void Load(StateReader from)
    {
        foreach (var (state, step) in States.Zip(from.ReadArray<long>("steps"))) state.step = step;
        from.ReadInto("first", States.Select(state => state.exp_avg));
        from.ReadInto("second", States.Select(state => state.exp_avg_sq));
    }

    public void Dispose() => _adam.Dispose();
}
