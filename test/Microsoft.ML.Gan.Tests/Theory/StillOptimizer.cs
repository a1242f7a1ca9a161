using Microsoft.ML.Gan.Training.Optimizers;
using Microsoft.ML.Gan.Training.State;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Theory;

/// <summary>Leaves the parameters where they are and hands the gradients on.</summary>
internal sealed class StillOptimizer(Action<IReadOnlyList<Tensor>>? look = null) : IOptimizer
{
    public void Step(IReadOnlyList<Tensor> gradients, double rateFactor) => look?.Invoke(gradients);

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
